import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask } from '../ask.ts';
import { answerOf, knownGraph } from '../known-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await knownGraph();
});
afterAll(() => database.close());

const answer = (source: string, variables = {}) => answerOf(database, source, variables);

describe('an order by a property that may be missing', () => {
  const page = `query($first: Int, $after: String, $last: Int, $before: String, $where: ArmsSaleFilter, $by: [ArmsSaleOrder!]) {
    armsSales(first: $first, after: $after, last: $last, before: $before, where: $where, orderBy: $by) {
      edges { cursor node { id value { amount } } } } }`;
  type Edge = { cursor: string; node: { id: string; value: { amount: number } | null } };
  const walk = async (by: object[], where: object, size: number): Promise<Edge[]> => {
    const edges: Edge[] = [];
    for (;;) {
      const after = edges.at(-1)?.cursor;
      const { armsSales } = await answer(page, { first: size, after, where, by });
      edges.push(...armsSales.edges);
      if (armsSales.edges.length < size) return edges;
    }
  };

  test.each(['ASC', 'DESC'])('%s: rows without a value come last, page by page', async (value) => {
    const [byOne, atOnce] = [await walk([{ value }], {}, 1), await walk([{ value }], {}, 50)];
    expect(byOne).toEqual(atOnce);
    const amounts = atOnce.map(({ node }) => node.value?.amount ?? null);
    const known = amounts.filter((amount) => amount !== null);
    expect(amounts).toEqual([...known, ...amounts.slice(known.length).map(() => null)]);
    expect(known.length).toBeGreaterThan(1);
    expect(amounts.length).toBeGreaterThan(known.length);
  });

  test.each(['ASC', 'DESC'])(
    '%s: a filter that asks for a value lets the index give the order',
    async (value) => {
      const where = { and: [{ value: { gt: 0 } }] };
      const rows = await walk([{ value }], where, 1);
      const every = await walk([{ value }], {}, 50);
      expect(rows.map(({ node }) => node.id)).toEqual(
        every.filter(({ node }) => node.value).map(({ node }) => node.id),
      );
      const { statements } = await ask(database, page, { first: 5, where, by: [{ value }] });
      expect(statements[0]!.cypher).toMatch(/ORDER BY n0\.value(?: DESC)?, n0\.id /);
    },
  );
});
