import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLabelledFolder } from '../../src/labels/label-folder.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples/labelled');
const JAVELIN = '2025-11-19-javelin';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-labels-'));
  cpSync(EXAMPLES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const idsIn = (where: string) => readLabelledFolder(where).sources.map(({ gold }) => gold.doc.id);

function change(name: string, edit: (text: string) => string): void {
  writeFileSync(at(name), edit(readFileSync(at(name), 'utf8')));
}

test('label files and marked passages are read, in order of their ids', () => {
  const { sources, problems } = readLabelledFolder(folder);
  expect(problems).toEqual([]);
  expect(sources.map(({ gold }) => gold.doc.id)).toEqual([
    '2023-12-14-fighter',
    '2025-07-01-call',
    '2025-10-31-framework',
    JAVELIN,
  ]);
  for (const { gold, raw } of sources)
    for (const { mentions } of gold.entities)
      for (const { start, end, text } of mentions)
        expect(raw.slice(start, end)).toBe(text ?? raw.slice(start, end));
});

test.each([
  ['beside the labels', '.', '.'],
  ['in articles beside them', 'articles', '.'],
  ['in articles above them', 'articles', 'more'],
  ['in texts above them', 'texts', 'more'],
])('the text may stand %s', (_, texts, labels) => {
  const other = mkdtempSync(path.join(folder, 'other-'));
  for (const name of [texts, labels]) mkdirSync(path.join(other, name), { recursive: true });
  cpSync(at(`${JAVELIN}.json`), path.join(other, labels, `${JAVELIN}.json`));
  cpSync(at('texts', `${JAVELIN}.txt`), path.join(other, texts, `${JAVELIN}.txt`));
  expect(idsIn(other)).toEqual([JAVELIN]);
});

describe('what cannot be used is told with the remedy, and the rest goes on', () => {
  function problemsOf(): string[] {
    const { sources, problems } = readLabelledFolder(folder);
    expect(sources.length).toBeGreaterThan(1);
    return problems.map((problem) => problem.replaceAll(`${folder}/`, ''));
  }

  test('JSON that is broken', () => {
    change(`${JAVELIN}.json`, (text) => text.slice(0, 90));
    expect(problemsOf()).toEqual([
      expect.stringMatching(/^2025-11-19-javelin\.json: is no JSON \(.+\); mend or remove it\.$/),
    ]);
  });

  test('a field of the wrong shape', () => {
    change(`${JAVELIN}.json`, (text) => text.replace('"type": "ArmsSale"', '"type": "Sale"'));
    expect(problemsOf()).toEqual([
      expect.stringMatching(
        /javelin\.json: entities\.\d\.type: .*"ArmsSale".*docs\/evaluation\.md/,
      ),
    ]);
  });

  test('a text that is missing', () => {
    rmSync(at('texts', `${JAVELIN}.txt`));
    expect(problemsOf()).toEqual([
      '2025-11-19-javelin.json: its text 2025-11-19-javelin.txt is missing; put it beside the labels, or in a folder texts or articles beside or above them.',
    ]);
  });

  test('a text that was changed', () => {
    change(`texts/${JAVELIN}.txt`, (text) => text.replaceAll('\n', '\r\n'));
    expect(problemsOf()).toEqual([
      '2025-11-19-javelin.json: the text texts/2025-11-19-javelin.txt is not the one that was labelled, its sha256 differs; restore it byte for byte (line ends too), or label it again.',
    ]);
  });

  test('a length that does not fit', () => {
    change(`${JAVELIN}.json`, (text) =>
      text.replace(/"sha256": "\w+",\n/, '').replace(/"chars": \d+/, '"chars": 7'),
    );
    expect(problemsOf()).toEqual([
      expect.stringMatching(/has \d+ UTF-16 units, the labels were made on 7; restore the text/),
    ]);
  });

  test('offsets that miss', () => {
    change(`${JAVELIN}.json`, (text) =>
      text.replace('"start": 0, "end": 13', '"start": 1, "end": 14'),
    );
    expect(problemsOf()).toEqual([
      '2025-11-19-javelin.json: entity us is labelled "United States" at 1-14, where the text has "nited States "; correct the offsets (UTF-16 units of the text as decoded).',
    ]);
  });

  test('a relationship with an end that nobody declared', () => {
    change(`${JAVELIN}.json`, (text) => text.replace('"to": "jv"', '"to": "javelin"'));
    expect(problemsOf()).toEqual([
      '2025-11-19-javelin.json: INCLUDES names "javelin", which is no entity of the document; declare it, or correct the id.',
    ]);
  });

  test('a document that is labelled twice', () => {
    cpSync(at(`${JAVELIN}.json`), at('texts', `${JAVELIN}.json`));
    expect(problemsOf()).toEqual([
      'texts/2025-11-19-javelin.json: document 2025-11-19-javelin is labelled in 2025-11-19-javelin.json too; remove one.',
    ]);
  });

  test('a line of passages that says nothing', () => {
    change('passages.txt', (text) => text.replace('OPERATES', 'HAS'));
    expect(problemsOf()).toEqual([
      expect.stringMatching(
        /^\S*passages\.txt 2025-07-01-call: "> iaf HAS c17 .*" is no relationship/,
      ),
    ]);
  });
});

describe('a folder with nothing to measure is an error', () => {
  test('when it is not there', () => {
    expect(() => readLabelledFolder(at('gone'))).toThrow(/gone is no folder; name one that holds/);
  });

  test('when it holds something else', () => {
    expect(() => readLabelledFolder(at('texts'))).toThrow(
      /texts holds no labelled document that can be used\nThe format of labels is in docs\/evaluation\.md\./,
    );
  });

  test('when all of it is broken, with each reason', () => {
    rmSync(at('passages.txt'));
    rmSync(at('texts'), { recursive: true });
    expect(() => readLabelledFolder(folder)).toThrow(
      /framework\.json: its text .*\n.*javelin\.json: its text/,
    );
  });
});
