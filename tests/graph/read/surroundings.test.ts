import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask } from '../ask.ts';
import { answerOf } from '../known-graph.ts';
import { writeGraph } from '../small-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  const member = (n: number) => ({ id: `person:${n}`, kind: 'Person', name: `Person ${n}` });
  await writeGraph(
    database,
    [
      { id: 'country:NO', kind: 'Country', name: 'Norway' },
      ...[1, 2, 3, 4, 5].map(member),
      {
        id: 'event:far',
        kind: 'Event',
        name: 'Talks',
        startsOn: '2025-03-01',
        endsOn: '2025-03-04',
      },
      { id: 'arms-sale:s', kind: 'ArmsSale', name: 'Sale', approvedOn: '2024-02' },
    ],
    [
      ...[1, 2, 3, 4, 5].map(
        (n) =>
          [`person:${n}`, 'HOLDS_POSITION', 'country:NO', { title: 'T', from: `201${n}` }] as const,
      ),
      ['person:1', 'PARTICIPATED_IN', 'event:far'],
      ['person:2', 'PARTICIPATED_IN', 'event:far'],
      ['arms-sale:s', 'SOLD_TO', 'country:NO'],
    ],
  );
  await database.run(
    `MATCH (d:Document {id: 'document:small'})
     CREATE (:Document {id: 'document:old', source: 'small.txt', text: 'x', supersededBy: d.id, ingestedAt: '2025-01-01T00:00:00.000Z'})`,
  );
});
afterAll(() => database.close());
const answer = (source: string) => answerOf(database, source);
interface Thing {
  readonly id: string;
}
const ids = (things: readonly Thing[]) => things.map(({ id }) => id);

describe('neighbourhood', () => {
  test('is read page by page, each neighbour once, and tells what is left', async () => {
    const seen: string[] = [];
    const left: number[] = [];
    for (let after = ''; ; ) {
      const { neighbourhood } = await answer(
        `{ neighbourhood(of: ["country:no"], first: 2, types: [HOLDS_POSITION]${after}) { entities { id } omitted endCursor relationships { id } } }`,
      );
      const [centre, ...page] = ids(neighbourhood.entities);
      expect(centre).toBe('country:NO');
      expect(neighbourhood.relationships).toHaveLength(page.length);
      seen.push(...page);
      left.push(neighbourhood.omitted);
      if (neighbourhood.endCursor === null) break;
      after = `, after: "${neighbourhood.endCursor}"`;
    }
    expect(seen.sort()).toEqual([1, 2, 3, 4, 5].map((n) => `person:${n}`));
    expect(left).toEqual([3, 1, 0]);
  });

  test('tells how far each is, leaves out what is excluded, and ties to what is shown already', async () => {
    const { neighbourhood } = await answer(
      '{ neighbourhood(of: ["person:1"], depth: 2, exclude: ["country:NO"], connect: ["person:5", "country:NO"]) { members { distance node { id } } entities { id } relationships { source { id } target { id } } } }',
    );
    expect(neighbourhood.members).toEqual([
      { distance: 0, node: { id: 'person:1' } },
      { distance: 1, node: { id: 'event:far' } },
      { distance: 2, node: { id: 'person:2' } },
    ]);
    expect(ids(neighbourhood.entities)).toEqual(['person:1', 'event:far', 'person:2']);
    const ties = neighbourhood.relationships.map(
      ({ source, target }: { source: Thing; target: Thing }) => `${source.id} ${target.id}`,
    );
    expect(ties.sort()).toEqual([
      'person:1 country:NO',
      'person:1 event:far',
      'person:2 country:NO',
      'person:2 event:far',
      'person:5 country:NO',
    ]);
  });

  test.each([
    ['of: ["country:NO"], exclude: ["country:no"]', /in of and in exclude/],
    ['of: ["country:NO"], after: "x"', /not a cursor/],
    [`of: ["country:NO"], connect: [${'"a",'.repeat(151)}]`, /connect names 151/],
  ])('%s is refused', async (args, message) => {
    const { code, errors } = await ask(database, `{ neighbourhood(${args}) { omitted } }`);
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toMatch(message);
  });
});

describe('ids that are nothing', () => {
  test('are named by what is asked about them', async () => {
    const { neighbourhood, paths, entity, node } = await answer(
      `{ neighbourhood(of: ["country:NO", "country:XX"]) { unknown }
         paths(from: "country:NO", to: "person:nobody") { reason unknown }
         entity(id: "country:no") { id } node(id: "country:no") { id } }`,
    );
    expect(neighbourhood.unknown).toEqual(['country:XX']);
    expect(paths).toEqual({ reason: 'UNKNOWN_ENTITY', unknown: ['person:nobody'] });
    expect([entity.id, node.id]).toEqual(['country:NO', 'country:NO']);
    for (const field of ['timeline', 'commonNeighbours']) {
      const { errors, code } = await ask(
        database,
        `{ ${field}(of: ["country:XX"]) { totalCount edges { cursor } } }`,
      );
      expect(code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain('country:XX');
    }
  });
});

test('a timeline has sales, intervals, and the dates of events', async () => {
  const entries = async (args: string) =>
    (
      await answer(
        `{ timeline(of: ["country:NO", "person:1"]${args}) { edges { node { on until relationship { type } } } } }`,
      )
    ).timeline.edges.map(
      ({ node }: { node: { on: string; until: string | null; relationship: { type: string } } }) =>
        `${node.on} ${node.until} ${node.relationship.type}`,
    );
  expect((await entries('')).slice(-2)).toEqual([
    '2024-02 null SOLD_TO',
    '2025-03-01 2025-03-04 PARTICIPATED_IN',
  ]);
  expect(await entries(', from: "2025-03-03"')).toEqual(['2025-03-01 2025-03-04 PARTICIPATED_IN']);
  const { code } = await ask(database, '{ timeline(from: "2025", to: "2024") { totalCount } }');
  expect(code).toBe('BAD_USER_INPUT');
});

test('documents are listed once, in the version that holds; others on demand', async () => {
  const { now, all, summary } = await answer(
    `{ now: documents { totalCount edges { node { id superseded } } }
       all: documents(superseded: true) { edges { node { id superseded supersededBy { id } } } }
       summary { documents } }`,
  );
  expect(now).toEqual({
    totalCount: 1,
    edges: [{ node: { id: 'document:small', superseded: false } }],
  });
  expect(summary.documents).toBe(1);
  expect(all.edges[0].node).toEqual({
    id: 'document:old',
    superseded: true,
    supersededBy: { id: 'document:small' },
  });
});
