import { expect, test } from 'vitest';
import { readQueryFiles } from '../src/db/query-file.ts';
import { ENTITY_KINDS } from '../src/model/kinds.ts';
import { OWN_PROPERTIES } from '../src/model/relationship-properties.ts';
import { longCypher, longFunctions, longPatterns } from './helpers/house-rules.ts';
import { codeIn } from './helpers/source-files.ts';

const code = codeIn('src', 'schema');

const FUNCTION_MAX = 70;

const FILE_MAX = 250;
/** What a program makes may be as long as it gets. */
const LONG_FILES: ReadonlySet<string> = new Set(['src/db/queries.ts']);

test('a pattern has at most 160 signs', () => {
  expect(code.filter((file) => longPatterns(file).length > 0).map(({ file }) => file)).toEqual([]);
});

test('a pattern of 161 signs is told', () => {
  const text = (signs: number) => `const A = /${'a'.repeat(signs - 2)}/;`;
  expect(longPatterns({ file: 'a.ts', text: text(160) })).toEqual([]);
  expect(longPatterns({ file: 'a.ts', text: text(161) })).toEqual([161]);
  const raw = `const A = String.raw\`${'a'.repeat(200)}\`;`;
  expect(longPatterns({ file: 'a.ts', text: raw })).toEqual([202]);
});

test('a function has at most 70 lines', () => {
  expect(code.flatMap((file) => longFunctions(file, FUNCTION_MAX))).toEqual([]);
});

test('a function of 71 lines is told', () => {
  const body = (lines: number) => `const f = () => {\n${'a();\n'.repeat(lines - 2)}};`;
  expect(longFunctions({ file: 'a.ts', text: body(70) }, FUNCTION_MAX)).toEqual([]);
  expect(longFunctions({ file: 'a.ts', text: body(71) }, FUNCTION_MAX)).toEqual([
    'a.ts:1 has 71 lines',
  ]);
});

const linesOf = (files: typeof code) =>
  files
    .filter(({ file }) => !file.endsWith('.d.ts'))
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }));

test('no file has more than 250 lines', () => {
  const all = linesOf([...code, ...codeIn('tests', 'scripts', 'bin')]);
  expect(all.filter((one) => one.lines > FILE_MAX && !LONG_FILES.has(one.file))).toEqual([]);
});

test('half of the files have fewer than 80 lines', () => {
  const lines = linesOf(code);
  const sorted = lines.map((one) => one.lines).sort((a, b) => a - b);
  expect(sorted[sorted.length >> 1]!).toBeLessThan(80);
});

test('the contract writes no Cypher of more than one MATCH: that is a query of the graph', () => {
  expect(code.filter(({ file }) => file.startsWith('schema/')).flatMap(longCypher)).toEqual([]);
});

test('Cypher of two MATCHes is told', () => {
  const one = 'const a = `MATCH (a)-->(b)`;';
  const two = 'const b = `MATCH (a) MATCH (b)`;';
  expect(longCypher({ file: 'schema/a.ts', text: `${one}\n${two}` })).toEqual(['schema/a.ts:2']);
});

const queries = new Map(readQueryFiles().map(({ name, text }) => [name, text]));
const missingIn = (query: string, properties: readonly string[]) =>
  properties.filter((name) => !new RegExp(`\\.${name}\\b`).test(queries.get(query)!));

test('the export gives every property of every kind of entity', () => {
  const own = Object.values(ENTITY_KINDS).flatMap((properties) => Object.keys(properties));
  expect(missingIn('exportEntities', own)).toEqual([]);
});

test.each(['exportRelationships', 'evidenceOfRelationships'])(
  '%s gives every property that a relationship has of its own',
  (query) => {
    expect(missingIn(query, Object.keys(OWN_PROPERTIES))).toEqual([]);
  },
);
