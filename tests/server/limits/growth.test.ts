import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { GROWING } from '../../helpers/growing-requests.ts';
import { cpuOf, growthOf } from '../../helpers/growth.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { answerOf, postRequest, seed, yogaAlone } from '../serving.ts';

const BODY_MAX = 90_000;
/** Linear work takes twice as long, quadratic four times. */
const RATIO_MAX = 3;

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

describe('twice as much of anything never takes much more than twice as long', () => {
  test.each(GROWING)('$what', async ({ request }) => {
    const most = largest(request);
    // Small ones are answered, the largest may be refused: neither may cost more than it is long.
    for (const n of new Set([Math.min(64, most / 2), most / 2])) {
      const ratio = await growthOf((times) => ask(request(times * n)), RATIO_MAX);
      expect(ratio, `${n} to ${2 * n}`).toBeLessThan(RATIO_MAX);
    }
    const { body, text } = await ask(request(most));
    expect(text.length).toBeLessThan(BODY_MAX + 10_000);
    for (const { extensions } of body.errors ?? [])
      expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
  });

  test('work that grows with the square is told', async () => {
    const square = async (times: number) => {
      let sum = 0;
      const n = 6_000 * times;
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += i ^ j;
      return sum;
    };
    expect(await cpuOf(() => square(1))).toBeGreaterThan(16);
    expect(await growthOf(square, RATIO_MAX)).toBeGreaterThan(RATIO_MAX);
  });
});
