import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { InputError } from '../../src/errors.ts';
import { type Priced, pointsOf } from '../../src/graph/cost.ts';
import { ask } from './ask.ts';
import { knownGraph } from './known-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await knownGraph();
});
afterAll(() => database.close());

describe('points', () => {
  test.each([
    [{ nodes: 0, relationships: 0, bytes: 0 }, 1],
    [{ nodes: 100, relationships: 0, bytes: 0 }, 1],
    [{ nodes: 101, relationships: 0, bytes: 0 }, 2],
    [{ nodes: 10_000, relationships: 5_000_000, bytes: 10_000_000 }, 700],
  ])('%o', (cost, points) => {
    expect(pointsOf(cost)).toBe(points);
  });
});

describe('a request is judged as a whole', () => {
  test('one root field that is too large, and nothing of the others is read', async () => {
    const { errors, statements } = await ask(
      database,
      '{ a: people { totalCount } b: people(first: 100) { edges { node { relationships(first: 100) { edges { node { id } } } } } } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual(
      Array(errors?.length).fill(expect.stringMatching(/nodes, more than 10000/)),
    );
    expect(statements).toEqual([]);
  });

  test('it is charged once, with all its root fields, before anything is read', async () => {
    const told: Priced[] = [];
    const { errors } = await ask(
      database,
      '{ a: people(first: 60) { totalCount edges { node { id } } } b: people(first: 60) { edges { node { id } } } }',
      {},
      graphql,
      { admit: (cost) => void told.push(cost) },
    );
    expect(errors).toBeUndefined();
    expect(told).toEqual([{ nodes: 120, relationships: 0, bytes: 120 * 40, points: 2 }]);
  });

  test('whoever may not have it reads nothing', async () => {
    const { errors, statements } = await ask(
      database,
      '{ a: people { totalCount } b: people { totalCount } }',
      {},
      graphql,
      {
        admit: () => {
          throw new InputError('no more for today');
        },
      },
    );
    expect(errors?.[0]?.message).toBe('no more for today');
    expect(statements).toEqual([]);
  });
});
