import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../src/db/database.ts';
import type { ParameterType } from '../src/db/parameter-type.ts';
import { type QueryFile, readQueryFiles } from '../src/db/query-file.ts';
import { boltParams } from '../src/db/sessions.ts';
import { RELATIONSHIP_TYPES } from '../src/model/relationships.ts';
import { readSavedQueries } from '../src/server/neo4j-browser/browser.ts';
import { emptyDatabase, workerNeo4j } from './helpers/neo4j.ts';
import { seed } from './helpers/seed.ts';

const files = readQueryFiles();
let database: Database;
let driver: Driver;

beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  const { uri, user, password } = workerNeo4j();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
});
afterAll(async () => {
  await driver.close();
  await database.close();
});

/** A value of the declared type, so that the statement can run. */
function sample(type: ParameterType): unknown {
  switch (type.as) {
    case 'scalar':
      return { string: 'x', int: 1, float: 0.5, boolean: true, json: {}, properties: { id: 'x' } }[
        type.name
      ];
    case 'list':
      return [sample(type.of)];
    case 'optional':
      return sample(type.of);
    case 'map':
      return Object.fromEntries(
        Object.entries(type.fields).map(([name, of]) => [name, sample(of)]),
      );
  }
}

function sampleParams(file: QueryFile): Record<string, unknown> {
  const values = Object.fromEntries(file.params.map(({ name, type }) => [name, sample(type)]));
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  return boltParams(file, 'bands' in values ? { ...values, bands: six } : values);
}

describe.each(files.map((file) => [`${file.access}/${file.name}`, file] as const))(
  '%s',
  (_, file) => {
    test('uses the parameters it declares', () => {
      const used = [...file.text.matchAll(/\$(\w+)/g)].map(([, name]) => name);
      expect(new Set(used)).toEqual(new Set(file.params.map(({ name }) => name)));
    });

    test('runs as it is planned: without warnings, with the columns and the access it declares', async () => {
      const params = sampleParams(file);
      const named = file.sent
        .replaceAll('$(row.kind)', 'Person')
        .replaceAll('$(row.type)', 'SIGNED');
      const session = driver.session();
      const tx = session.beginTransaction();
      try {
        // Labels and types that come with the rows are planned only: what runs names them.
        const asked = tx.run(named === file.sent ? named : `EXPLAIN ${file.sent}`, params);
        const keys = await asked.keys();
        const { summary } = await asked;
        const warnings = summary.notifications.filter(
          ({ code }) => !code.includes('DynamicProperty'),
        );
        expect(warnings.map(({ code, description }) => `${code}: ${description}`)).toEqual([]);
        expect(keys).toEqual(file.returns.map(({ name }) => name));
        expect(summary.queryType === 'r').toBe(file.access === 'read');
        if (named !== file.sent) await tx.run(named, params);
        await tx.rollback();
      } finally {
        await session.close();
      }
    });
  },
);

test.each(['setRelationships', 'relationshipsById', 'exportRelationships'])(
  '%s knows every relationship type',
  (name) => {
    const { text } = files.find((file) => file.name === name)!;
    const types = [...text.matchAll(/= '(\w+)' MATCH/g)].map(([, type]) => type);
    expect(types).toEqual([...RELATIONSHIP_TYPES]);
    expect([...text.matchAll(/\[r:(\w+)/g)].map(([, type]) => type)).toEqual(types);
  },
);

test('the degree of an exported entity counts every relationship type', () => {
  const { text } = files.find(({ name }) => name === 'exportEntitiesById')!;
  const [, types = ''] = /\(e\)-\[:([\w|]+)\]->\(\)/.exec(text) ?? [];
  expect(types.split('|')).toEqual([...RELATIONSHIP_TYPES]);
});

test('the edges of every relationship type are found by their id', async () => {
  const rows = await database.run(
    "SHOW INDEXES YIELD entityType, type, labelsOrTypes, properties WHERE entityType = 'RELATIONSHIP' AND type = 'RANGE' AND properties = ['id'] RETURN labelsOrTypes[0] AS type",
  );
  expect(rows.map(({ type }) => type).sort()).toEqual([...RELATIONSHIP_TYPES].sort());
});

test.each(
  readSavedQueries({ url: 'http://127.0.0.1:7474/browser/', bolt: 'bolt://127.0.0.1:7687' }).map(
    (query) => [query.name, query] as const,
  ),
)(
  'the saved query %s runs, and its link opens it in Neo4j Browser',
  async (_, { cypher, link }) => {
    const { summary } = await driver.executeQuery(cypher, {});
    expect(summary.queryType).toBe('r');
    expect(new URL(link!).searchParams.get('arg')).toBe(cypher);
  },
);
