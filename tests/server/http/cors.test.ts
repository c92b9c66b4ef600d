import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, bare, seed, serve } from '../serving.ts';

const SITE = 'https://app.example.org';

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let open: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  server = await serve(database, { ENTENTE_PROFILE: 'production' });
  open = await serve(database, { CORS_ORIGINS: `${SITE}, http://localhost:5173` });
});
afterAll(async () => {
  await server.close();
  await open.close();
  await database.close();
});

describe('other sites', () => {
  const preflight = (origin: string, url = open.graphql) =>
    bare(
      url,
      {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
      'OPTIONS',
    );
  const crossed = (headers: Record<string, unknown>) =>
    Object.keys(headers).filter((name) => name.startsWith('access-control'));

  test('that are named may ask and read, without credentials', async () => {
    const { status, headers } = await preflight(SITE);
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe(SITE);
    expect(headers['access-control-allow-headers']).toContain('content-type');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    const answer = await ask(open.graphql, { query: '{ __typename }' }, { origin: SITE });
    expect(answer.headers.get('access-control-allow-origin')).toBe(SITE);
    expect(answer.headers.get('vary')).toContain('origin');
    const got = await bare(`${open.graphql}?${new URLSearchParams({ query: '{ __typename }' })}`, {
      accept: 'application/json',
      origin: SITE,
      'sec-fetch-site': 'cross-site',
    });
    expect(got.status).toBe(200);
  });

  test.each([
    'https://evil.example.org',
    'https://app.example.org.evil.net',
    'null',
    'http://app.example.org',
  ])('%s is not, and is never named', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect([status, crossed(headers)]).toEqual([405, []]);
    const answer = await ask(open.graphql, { query: '{ __typename }' }, { origin });
    expect(crossed(Object.fromEntries(answer.headers))).toEqual([]);
  });

  test('none is by default', async () => {
    const { status, headers } = await preflight(SITE, server.graphql);
    expect([status, crossed(headers)]).toEqual([405, []]);
  });

  test.each(['*', 'app.example.org', 'https://app.example.org/path'])(
    'CORS_ORIGINS=%s is refused at the start',
    async (CORS_ORIGINS) => {
      await expect(serve(database, { CORS_ORIGINS })).rejects.toThrow(/CORS_ORIGINS/);
    },
  );
});
