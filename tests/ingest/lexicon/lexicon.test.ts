import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { extract, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { readLexicon } from '../../../src/ingest/lexicon/lexicon.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-lexicons-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, ...lines: string[]) =>
  writeFileSync(path.join(folder, file), `${lines.join('\n')}\n`);
const told = () => readLexicon(folder).rejected.map((row) => row.replace(`${folder}/`, ''));

test("a user's company is found by any of its spellings", () => {
  write(
    'companies.csv',
    '# ours',
    'name,aliases,country',
    'Zorblax Dynamics,"Zorblax, Inc.|Zorbdyn",DE',
  );
  const source = {
    id: 'document:own',
    source: 'own.txt',
    raw: 'Poland received the launchers on Monday, and Zorbdyn made them.',
    title: null,
    url: null,
    publisher: null,
    publishedOn: null,
    language: null,
  };
  const named = (extractor = loadExtractor()) =>
    extract(source, extractor).entities.find(({ name }) => name === 'Zorblax Dynamics');
  expect(named()).toBeUndefined();
  expect(named(loadExtractor(folder))).toMatchObject({
    kind: 'Organisation',
    properties: { kind: 'company', country: 'DE' },
  });
});

test('what cannot be used is told with its line, and the rest is read', () => {
  write('companies.csv', 'name,aliases,country', ',nameless,DE', 'Zorblax Dynamics,,DE');
  write('mine.csv', 'name,aliases', 'Something,else');
  write('people.csv', 'name,aliases', '"Unclosed,alias', 'Another Person,');
  write('titles.csv', 'pattern,kind,examples', 'x,y,z');
  expect(told()).toEqual([
    'companies.csv:2 has no name; fill the column "name"',
    'mine.csv:2 is of no known type; fill the column "type" with Agreement, Event or Place',
    expect.stringMatching(/^people\.csv:\d+ a quotation mark is opened and not closed; close it/),
    "titles.csv:1 is not read; countries and titles are the program's own",
  ]);
  expect(readLexicon(folder).byFirstWord.get('Zorblax')).toHaveLength(1);
});

test('documents are read again when the lexicons of a user change', () => {
  const versions = [loadExtractor().version];
  write('companies.csv', 'name', 'Zorblax Dynamics');
  versions.push(loadExtractor(folder).version, loadExtractor(folder).version);
  write('companies.csv', 'name', 'Zorblax Dynamic Systems');
  versions.push(loadExtractor(folder).version);
  expect(versions[1]).toBe(versions[2]);
  expect(new Set(versions).size).toBe(3);
  expect(versions[1]!.startsWith(`${versions[0]}+`)).toBe(true);
});

test('a folder that is a file, and a file that is a folder, are told', () => {
  mkdirSync(path.join(folder, 'companies.csv'));
  expect(told()).toEqual(['companies.csv cannot be read; make it a file that you may read']);
  write('file', '');
  expect(readLexicon(path.join(folder, 'file')).rejected).toEqual([
    expect.stringMatching(/file is a file; make it a folder/),
  ]);
});

test('values and columns that are not used are told, and the rest of their row is read', () => {
  write(
    'companies.csv',
    '# ours',
    'name,alias,country,wikidata',
    'Zorblax Dynamics,ZD,Germany,Q1',
    'Quuxon,,de,668',
  );
  write('mine.csv', 'name,type,parties,durationYears', 'Fjord Pact,Agreement,NO|SE,ten');
  write('organisations.csv', 'name,kind,country', 'Bureau of Zorbs,minstry,NO');
  write('people.csv', 'name;country', 'Zora Blax;NO');
  expect(told()).toEqual([
    'companies.csv:2 the column "alias" is not read; the columns of this file are id, name, aliases, country, parent, wikidata',
    'companies.csv:3 the country "Germany" is not used; write its code of two capitals, as DE',
    'companies.csv:4 the country "de" is not used; write its code of two capitals, as DE',
    'companies.csv:4 the Wikidata id "668" is not used; write it as Q7240',
    'mine.csv:2 durationYears "ten" is not used; write a whole number, as 10',
    'organisations.csv:2 the kind "minstry" is read as "other"; write ministry, agency, armed_force, military_unit, company, multilateral, other',
    'people.csv:1 has no column "name"; begin with a line such as name,aliases,country, with commas between; nothing of this file is used',
  ]);
  const { byFirstWord, externalIds } = readLexicon(folder);
  expect(externalIds.get('organisation:zorblax-dynamics')).toBe('wikidata:Q1');
  expect(externalIds.has('organisation:quuxon')).toBe(false);
  expect(byFirstWord.get('Zorblax')).toMatchObject([{ properties: { kind: 'company' } }]);
  expect(byFirstWord.get('Zorblax')![0]!.properties.country).toBeUndefined();
});

test("the program's own lexicons are sound", () => expect(readLexicon().rejected).toEqual([]));
