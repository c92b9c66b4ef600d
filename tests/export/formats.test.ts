import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { csvTables } from '../../src/export/csv.ts';
import { writeFiles } from '../../src/export/files.ts';
import { followTheMoney } from '../../src/export/follow-the-money.ts';
import { ExportedGraph, type ExportOptions } from '../../src/export/graph.ts';
import { graphml } from '../../src/export/graphml.ts';
import { exportJsonLines } from '../../src/export/json-lines.ts';
import { neo4jAdminTables } from '../../src/export/neo4j-admin.ts';
import { writeAll } from '../../src/ingest/pipeline/write-all.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { prepared, randomDocument, randomOf } from '../ingest/write/random-documents.ts';

let database: Database;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-formats-'));
  database = await emptyDatabase();
  const random = randomOf(5);
  const documents = Array.from({ length: 40 }, (_, at) =>
    prepared(randomDocument(random, `a "quoted", <odd> & ${at}.txt`, null)),
  );
  await writeAll(database, documents);
});
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true });
});

async function all(texts: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const text of texts) found.push(text);
  return found;
}

interface Line {
  readonly kind: string;
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
}
const linesOf = async (options: ExportOptions = {}): Promise<Line[]> =>
  (await all(exportJsonLines(database, options))).map((line) => JSON.parse(line));
const ofKind = (lines: readonly Line[], kind: string) => lines.filter((one) => one.kind === kind);

test('GraphML has the nodes and edges of the JSON lines, and is XML', async () => {
  const lines = await linesOf();
  const text = (await all(graphml(new ExportedGraph(database)))).join('');
  const xml = new DOMParser().parseFromString(text, 'text/xml');
  const ids = [...xml.querySelectorAll('node')].map((node) => node.getAttribute('id'));
  expect(ids).toEqual(ofKind(lines, 'node').map(({ id }) => id));
  const edges = [...xml.querySelectorAll('edge')].map(
    (edge) => `${edge.getAttribute('source')} ${edge.getAttribute('target')}`,
  );
  expect(edges).toEqual(ofKind(lines, 'rel').map(({ from, to }) => `${from} ${to}`));
  expect(edges.length).toBeGreaterThan(5);
});

test('FollowTheMoney entities have lists of texts, and links whose ends are there', async () => {
  const lines = await all(followTheMoney(new ExportedGraph(database, { allModalities: true })));
  const entities = lines.map((line) => JSON.parse(line));
  const ids = new Set(entities.map(({ id }) => id));
  const links = entities.filter(({ schema }) => schema === 'UnknownLink');
  expect(links.length).toBeGreaterThan(3);
  for (const { properties } of entities)
    for (const values of Object.values(properties) as unknown[][])
      expect(values.every((value) => typeof value === 'string')).toBe(true);
  for (const { properties } of links)
    expect([...properties.subject, ...properties.object].every((id) => ids.has(id))).toBe(true);
  // Its tools drop a reference to any other id without a word.
  for (const id of ids) expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
});

test('CSV tables are read back as what the JSON lines hold', async () => {
  await writeFiles(path.join(folder, 'csv'), csvTables(new ExportedGraph(database)));
  const table = (name: string): Record<string, string>[] =>
    parse(readFileSync(path.join(folder, 'csv', name)), { columns: true });
  const lines = await linesOf();
  expect(table('entities.csv').map(({ id }) => id)).toEqual(
    ofKind(lines, 'node').map(({ id }) => id),
  );
  expect(table('relationships.csv').map(({ from, to }) => `${from} ${to}`)).toEqual(
    ofKind(lines, 'rel').map(({ from, to }) => `${from} ${to}`),
  );
  expect(table('mentions.csv')).toHaveLength(ofKind(lines, 'mention').length);
  expect(table('documents.csv')).toHaveLength(40);
});

test('tables for neo4j-admin have as many cells in each row as their header', async () => {
  await writeFiles(path.join(folder, 'admin'), neo4jAdminTables(database));
  const files = readdirSync(path.join(folder, 'admin')).filter((name) => name.endsWith('.csv'));
  expect(files).toHaveLength(10);
  for (const file of files) {
    const rows: string[][] = parse(readFileSync(path.join(folder, 'admin', file)));
    // Of these documents none is a newer version of another.
    expect(rows.length, file).toBeGreaterThan(file === 'supersedes.csv' ? 0 : 1);
  }
});

test('around an entity: what is near it, and the relationships among that', async () => {
  const near = await linesOf({
    around: { id: 'weaponsystem:f-16', hops: 1 },
    allModalities: true,
  }).catch((error: Error) => error.message);
  expect(near).toMatch(/there is no entity "weaponsystem:f-16"/);
  const lines = await linesOf({
    around: { id: 'weapon-system:f-16', hops: 1 },
    allModalities: true,
  });
  const nodes = ofKind(lines, 'node').map(({ id }) => id);
  expect(nodes).toContain('country:US');
  expect(nodes).not.toContain('weapon-system:f-35');
  for (const { from, to } of ofKind(lines, 'rel'))
    expect([from, to].every((id) => nodes.includes(id))).toBe(true);
  expect(ofKind(lines, 'rel').length).toBeGreaterThan(0);
});

test('of a filter: types, kinds, confidence', async () => {
  const typed = await linesOf({ types: ['OPERATES'], allModalities: true });
  expect(new Set(ofKind(typed, 'rel').map(({ type }) => type))).toEqual(new Set(['OPERATES']));
  expect(ofKind(typed, 'node').every(({ type }) => /Country|WeaponSystem/.test(type))).toBe(true);
  const kinds = await linesOf({ kinds: ['Country', 'Event'], allModalities: true });
  expect(new Set(ofKind(kinds, 'node').map(({ type }) => type))).toEqual(
    new Set(['Country', 'Event']),
  );
  expect(new Set(ofKind(kinds, 'rel').map(({ type }) => type))).toEqual(
    new Set(['PARTICIPATED_IN']),
  );
  const sure = await linesOf({ confidence: 0.95, allModalities: true });
  expect(ofKind(sure, 'rel').every(({ confidence }) => confidence >= 0.95)).toBe(true);
  const late = await linesOf({ since: '2030', allModalities: true });
  expect(late.filter(({ kind }) => kind !== 'mention')).toEqual([]);
});
