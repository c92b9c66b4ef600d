import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { GROWING } from '../helpers/growing-requests.ts';
import { cpuOf, ratioOf } from '../helpers/growth.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { answerOf, postRequest, seed, yogaAlone } from './serving.ts';

const BODY_MAX = 90_000;
const RUNS = 2;

let database: Database;
let yoga: ReturnType<typeof yogaAlone>;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  yoga = yogaAlone(database);
});
afterAll(() => database.close());

const ask = async (body: object) =>
  answerOf((await yoga.fetch(postRequest('http://localhost/graphql', body))) as never);
/** What is nested too deep to be written is too long. */
function lengthOf(body: object): number {
  try {
    return JSON.stringify(body).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The largest of the powers of two whose request a body can hold. */
function largest(request: (n: number) => object): number {
  let n = 8;
  while (2 * n < BODY_MAX && lengthOf(request(2 * n)) < BODY_MAX) n *= 2;
  return n;
}

describe('twice as much of anything never takes four times as long', () => {
  test.each(GROWING)('$what', async ({ request }) => {
    const most = largest(request);
    for (const n of [Math.min(64, most / 2), most / 2]) {
      const once = await cpuOf(() => ask(request(n)), RUNS);
      const twice = await cpuOf(() => ask(request(2 * n)), RUNS);
      expect([n, ratioOf(once, twice) < 4, once, twice]).toEqual([n, true, once, twice]);
    }
    const { body } = await ask(request(most));
    for (const { extensions } of body.errors ?? [])
      expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
  });
});
