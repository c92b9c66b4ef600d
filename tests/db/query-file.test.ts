import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generateQueryTypes } from '../../src/db/generate.ts';
import { parseType, toBolt, typescriptOf } from '../../src/db/parameter-type.ts';
import { parseQueryFile, readQueryFiles, splitStatements } from '../../src/db/query-file.ts';

const FILE = `// People by id.
//
// @param   ids     string[]                    1..500
// @param   rows    {id: string, count: int?}[]
// @returns id      string
MATCH (p:Person) WHERE p.id IN $ids
RETURN p.id AS id // the same
`;

test('a query file is named after its file, and its folder is its access', () => {
  const file = parseQueryFile('/x/cypher/write/people-by-id.cypher', FILE);
  expect(file).toMatchObject({ name: 'peopleById', access: 'write' });
  expect(file.params.map(({ name }) => name)).toEqual(['ids', 'rows']);
  expect(file.returns.map(({ name }) => name)).toEqual(['id']);
  expect(file.text.startsWith('MATCH')).toBe(true);
});

test('a malformed header is named by file and line', () => {
  expect(() =>
    parseQueryFile('a.cypher', '// ok\n// @param ids\nRETURN 1'),
  ).toThrowErrorMatchingInlineSnapshot(
    `[DatabaseError: a.cypher:2: "// @param ids" is no declaration; write // @param name type, or // @returns name type]`,
  );
  expect(() => parseType('{id: strings}')).toThrow('is no type');
});

test('types become TypeScript, and integers stay integers on the wire', () => {
  const type = parseType('{id: string, count: int?, tags: string[]}[]');
  expect(typescriptOf(type)).toMatchInlineSnapshot(
    `"readonly { readonly id: string; readonly count: number | null; readonly tags: readonly string[] }[]"`,
  );
  const [row] = toBolt(type, [{ id: 'a', count: 5, tags: [], extra: 1 }]) as Record<
    string,
    unknown
  >[];
  expect(row).toMatchObject({ id: 'a', tags: [] });
  expect(String(row?.count)).toBe('5');
  expect(typeof row?.count).toBe('object');
  expect(row).not.toHaveProperty('extra');
});

test('a file of several statements is cut at semicolons that end a line', () => {
  expect(splitStatements("// a\nCREATE (n {t: 'x;y'});\n\nRETURN 1;\n")).toEqual([
    "CREATE (n {t: 'x;y'})",
    'RETURN 1',
  ]);
});

test('the generated types are those of the files (update: npm run generate)', () => {
  const squeeze = (text: string) => text.replace(/[\s;,]+/g, '');
  const committed = readFileSync(
    path.resolve(import.meta.dirname, '../../src/db/queries.ts'),
    'utf8',
  );
  expect(squeeze(committed)).toBe(squeeze(generateQueryTypes(readQueryFiles())));
});
