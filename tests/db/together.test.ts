import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { toInteger } from '../../src/db/integer.ts';
import { Together } from '../../src/db/read/together.ts';
import { ask } from '../graph/ask.ts';
import { writeGraph } from '../graph/small-graph.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { type Doubled, doubling, gate } from './doubled.ts';

type Params = Record<string, unknown>;
type Row = Record<string, unknown>;
const CYPHER = 'MATCH (n {id: $id}) RETURN n.name AS value LIMIT $first';
const smallOf = (params: Params) => ({ name: 'small', cypher: CYPHER, params });

describe('statements of one text', () => {
  const sent: Params[] = [];
  const answers = (params: Params) =>
    (params.asked as { at: number; id: string }[]).flatMap(({ at, id }) =>
      id === 'nobody' ? [] : [{ at, value: `${id}!` }],
    );
  const together = (answer: (params: Params) => readonly Row[] = answers) => {
    sent.length = 0;
    return new Together(async (_name, cypher, params) => {
      sent.push({ ...params, cypher });
      return [...answer(params)];
    });
  };
  const never = () => Promise.reject(new Error('nobody asks this alone'));

  test('go by themselves while few are asked, and together while others of them run', async () => {
    const small = together();
    const { open, alone } = gate();
    const first = ['a', 'b'].map((id) => small.run(smallOf({ id }), alone(id)));
    const later = ['c', 'd', 'nobody'].map((id) => small.run(smallOf({ id }), never));
    expect(sent).toEqual([]);
    open();
    expect(await Promise.all(first)).toEqual([[{ value: 'a' }], [{ value: 'b' }]]);
    expect(await Promise.all(later)).toEqual([[{ value: 'c!' }], [{ value: 'd!' }], []]);
    expect(sent).toHaveLength(1);
    expect(await small.run(smallOf({ id: 'e' }), alone('e'))).toEqual([{ value: 'e' }]);
  });

  test('of other page sizes are not asked together', async () => {
    const small = together();
    const { open, alone } = gate();
    const asked = [1, 2].flatMap((first) =>
      ['a', 'b', 'c', 'd'].map((id, at) =>
        small.run(smallOf({ id, first: toInteger(first) }), at < 2 ? alone(id) : never),
      ),
    );
    open();
    await Promise.all(asked);
    expect(sent.map(({ asked: rows, first }) => [(rows as Row[]).length, Number(first)])).toEqual([
      [2, 1],
      [2, 2],
    ]);
  });

  test('are asked one by one when together they fail, and one that fails fails alone', async () => {
    const small = together(() => {
      throw new Error('too long');
    });
    const { open, alone } = gate();
    const asked = ['a', 'b', 'c'].map((id) => small.run(smallOf({ id }), alone(id)));
    const failing = small.run(smallOf({ id: 'd' }), never);
    open();
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'c'].map((value) => [{ value }]));
    await expect(failing).rejects.toThrow('nobody asks this alone');
    expect(sent).toHaveLength(1);
  });

  test('whose client has left are not asked', async () => {
    const small = together();
    const { open, alone } = gate();
    const first = ['a', 'b'].map((id) => small.run(smallOf({ id }), alone(id)));
    const left = small.run(smallOf({ id: 'c' }), never, AbortSignal.abort(new Error('left')));
    const others = ['d', 'e'].map((id) => small.run(smallOf({ id }), never));
    open();
    await expect(left).rejects.toThrow('left');
    await Promise.all([...first, ...others]);
    expect(sent[0]!.asked).toHaveLength(2);
  });
});

describe('in Neo4j', () => {
  let database: Database;
  beforeAll(async () => {
    database = await emptyDatabase();
    await writeGraph(database, [{ id: 'country:US', kind: 'Country', name: 'United States' }], []);
  });
  afterAll(() => database.close());

  test('a look-up is answered alike, asked together and alone', async () => {
    const source = 'query($id: ID!) { entity(id: $id) { id name aliases statementCount } }';
    const asked: Doubled = { together: 0, alone: [] };
    const { data } = await ask(doubling(database, asked), source, { id: 'country:US' });
    expect(data.entity).toMatchObject({ id: 'country:US', name: 'United States' });
    expect(asked).toEqual({ together: 1, alone: [] });
  });
});
