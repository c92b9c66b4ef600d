import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { toInteger } from '../../src/db/integer.ts';
import type { Reader } from '../../src/db/read/reader.ts';
import { Together } from '../../src/db/read/together.ts';
import { readOperations } from '../../src/server/pages/operations.ts';
import { expectAgreement } from '../graph/agree.ts';
import { ask } from '../graph/ask.ts';
import { type RandomGraph, writeRandomGraph } from '../graph/random-graph.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';

type Params = Record<string, unknown>;
type Row = Record<string, unknown>;
const CYPHER = 'MATCH (n {id: $id}) RETURN n.name AS value LIMIT $first';
const smallOf = (params: Params) => ({ name: 'small', cypher: CYPHER, params });

/** Whoever asks by themselves waits until `open` is called. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, alone: (value: unknown) => () => opened.then(() => [{ value }]) };
}

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
  let graph: RandomGraph;
  beforeAll(async () => {
    database = await emptyDatabase();
    graph = await writeRandomGraph(database);
  });
  afterAll(() => database.close());
  const asked = { together: 0, alone: [] as string[] };
  beforeEach(() => {
    asked.together = 0;
    asked.alone = [];
  });

  /** Reads each statement by itself, and asked together with itself, and compares. */
  function doubled(reader: Reader): Reader {
    const small = new Together((name, cypher, params) => {
      asked.together++;
      return reader.run(name, cypher, { ...params });
    });
    return {
      ...reader,
      async run(name, cypher, params) {
        const rows = await reader.run(name, cypher, params);
        if (!/ AS value\s*$/.test(cypher)) return rows;
        const { open, alone } = gate();
        const running = [1, 2].map(() => small.run({ name, cypher, params }, alone(null)));
        const twice = [1, 2].map(() =>
          small.run({ name, cypher, params }, () => {
            asked.alone.push(name);
            return reader.run(name, cypher, params);
          }),
        );
        open();
        await Promise.all(running);
        for (const each of await Promise.all(twice)) expect(each).toEqual(rows);
        return rows;
      },
    };
  }
  const doubling = (): Database => ({
    ...database,
    reader: (options) => doubled(database.reader(options)),
  });

  test('random selections are answered alike, asked together and alone', async () => {
    const seeds = Array.from({ length: 8 }, (_, i) => i + 100);
    await expectAgreement(doubling(), graph, { seeds, depth: 1 });
    expect(asked.together).toBeGreaterThan(4);
    expect(asked.alone).toEqual([]);
  });

  test('a look-up is asked together', async () => {
    const { data: listed } = await ask(database, '{ people(first: 1) { edges { node { id } } } }');
    const [{ node }] = listed.people.edges;
    const source = 'query($id: ID!) { entity(id: $id) { id name aliases statementCount } }';
    const { data } = await ask(doubling(), source, node);
    expect(data.entity.id).toBe(node.id);
    expect(asked).toEqual({ together: 1, alone: [] });
  });

  test.each(readOperations().map(({ name, query, variables }) => [name, query, variables]))(
    'the example %s is answered alike, asked together and alone',
    async (_, query, variables) => {
      const given = variables ? JSON.parse(variables) : {};
      const { data, errors } = await ask(database, query!, given);
      const together = await ask(doubling(), query!, given);
      expect(together.data).toEqual(data);
      expect(together.errors?.map(({ message }) => message)).toEqual(
        errors?.map(({ message }) => message),
      );
    },
  );
});
