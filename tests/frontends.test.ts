import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { transformSync } from 'esbuild';
import {
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Database } from '../src/db/database.ts';
import { testDatabase } from './helpers/neo4j.ts';
import { answerOf, serve } from './server/serving.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '..');
const TEXT = readFileSync(path.join(ROOT, 'docs/frontends.md'), 'utf8');
const snippets = [...TEXT.matchAll(/^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', name = '', code = '']) => ({ language, name, code }),
);
const snippet = (name: string) => snippets.find((one) => one.name === name)!.code;
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const code = snippets.filter(({ language }) => ['ts', 'js', 'json'].includes(language));

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = testDatabase();
  server = await serve(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

describe('the page for frontends', () => {
  test.each(code.map((one) => [one.name, one] as const))('%s can be read', (_, one) => {
    if (one.language === 'json') expect(JSON.parse(one.code)).toBeTypeOf('object');
    else expect(transformSync(one.code, { loader: 'ts', format: 'esm' }).warnings).toEqual([]);
  });

  test('queries fit the contract, wherever they stand', () => {
    const queries = [
      ...snippets.filter(({ language }) => language === 'graphql').map((one) => one.code),
      ...[...TEXT.matchAll(/'(?:query=)?(\{ \w+ \{[^']*)'/g)].map(([, query]) => query!),
      ...[...TEXT.matchAll(/gql\("([^"]*)"\)/g)].map(([, query]) => query!),
    ];
    expect(queries.length).toBeGreaterThanOrEqual(4);
    for (const query of queries) expect(validate(schema, parse(query)), query).toEqual([]);
  });

  test('every scalar of the contract is in the table, and in each place that lists them', () => {
    const own = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
    const names = own.map(({ name }) => name).sort();
    const listed = [...TEXT.matchAll(/^\| `(\w+)` \| `string` \|/gm)]
      .map(([, name]) => name)
      .sort();
    expect(listed).toEqual(names);
    for (const name of names)
      for (const place of ['codegen', 'codegenTypes', 'tada', 'relay'])
        expect(snippet(place), place).toContain(name);
  });

  test('types named for caches are there, and have no id; fields named for paging take its arguments', () => {
    const [, list = ''] = /records = \[([^\]]*)\]/.exec(snippet('urql'))!;
    for (const [, name] of list.matchAll(/'(\w+)'/g)) {
      const type = schema.getType(name!);
      expect(isObjectType(type) && !('id' in type.getFields()), name).toBe(true);
    }
    for (const [, field, given] of snippet('apollo').matchAll(
      /(\w+): relayStylePagination\(\[(.*?)\]/g,
    )) {
      const owner = field === 'people' ? schema.getQueryType()! : schema.getType('Person');
      const args = isObjectType(owner)
        ? owner.getFields()[field!]!.args.map(({ name }) => name)
        : [];
      for (const [, arg] of given!.matchAll(/'(\w+)'/g)) expect(args).toContain(arg);
    }
  });

  test('only what is a Node has an id', () => {
    const others = types.filter(
      (type) =>
        isObjectType(type) &&
        'id' in type.getFields() &&
        !type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    expect(others.map(({ name }) => name)).toEqual([]);
    expect(types.some(isInputObjectType)).toBe(true);
  });

  test('asked by hand as the page says, the server answers', async () => {
    const line = snippets.find((one) => one.code.startsWith('curl -G'))!.code.trim();
    const here = line.replaceAll('http://127.0.0.1:4000/', server.url);
    const { stdout: text } = await run('sh', ['-c', here.replace('curl', 'curl --silent')]);
    expect(JSON.parse(text).data.summary.documents).toBeTypeOf('number');
    const sdl = await answerOf(await fetch(`${server.url}schema.graphql`));
    expect([sdl.status, sdl.text.includes('type Query')]).toEqual([200, true]);
  });
});
