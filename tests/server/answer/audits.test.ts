import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { Yoga } from '../../../src/server/answer/graphql.ts';
import { testDatabase } from '../../helpers/neo4j.ts';
import { serve, yogaAlone } from '../serving.ts';

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let yoga: Yoga;

beforeAll(async () => {
  database = testDatabase();
  server = await serve(database);
  yoga = yogaAlone(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const WAYS = {
  'on its port': { url: () => server.graphql, fetchFn: fetch },
  'without a port': {
    url: () => 'http://localhost/graphql',
    fetchFn: (url: string, init: RequestInit) => yoga.fetch(url, init),
  },
};

describe.each(Object.entries(WAYS))('GraphQL over HTTP, %s', (_way, { url, fetchFn }) => {
  test('the audits of the specification find no error and no warning', async () => {
    const found: string[] = [];
    for (const { name, fn } of serverAudits({ url: url(), fetchFn })) {
      const result = await fn();
      if (result.status === 'error' || result.status === 'warn')
        found.push(`${result.status}: ${name}: ${result.reason}`);
    }
    expect(found).toEqual([]);
  });
});
