import { expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, askCompiled } from './ask.ts';
import { NaiveGraph } from './naive.ts';
import { dice, type RandomGraph } from './random-graph.ts';
import { print, printArguments, ROOTS, randomArguments, randomItems } from './selection.ts';

export interface Agreement {
  /** Selections that were answered, and answered alike. */
  readonly alike: number;
  /** Selections that were refused because they could return too much. */
  readonly refused: number;
  /** Cypher of those that were answered. */
  readonly statements: readonly { readonly cypher: string; readonly params: object }[];
}

/** Neo4j keeps a thousand plans, of which these large ones would fill a small heap. */
const PLANS_KEPT = 40;

/** Makes random selections, and expects of each the answer of a walk in memory, in one statement. */
export async function expectAgreement(
  database: Database,
  graph: RandomGraph,
  { seeds, depth }: { readonly seeds: readonly number[]; readonly depth: number },
): Promise<Agreement> {
  const naive = new NaiveGraph(graph);
  const statements: { cypher: string; params: object }[] = [];
  let refused = 0;
  for (const [i, seed] of seeds.entries()) {
    if (i % PLANS_KEPT === 0) await database.run('CALL db.clearQueryCaches()');
    const roll = dice(seed * 7919);
    const [root, kind] = roll.pick(Object.entries(ROOTS));
    const args = randomArguments(roll, kind, false);
    // Documents without aliases are compiled otherwise.
    const bare = seed % 2 === 0;
    const items = randomItems(roll, kind, depth, { bare, next: 0 });
    const source = `{ ${bare ? root : `list: ${root}`}(${printArguments(args)}) { totalCount pageInfo { hasNextPage } edges { node { ${print(items)} } } } }`;
    const { data, errors, code, statements: sent } = await ask(database, source);
    if (code === 'TOO_LARGE') {
      refused++;
      continue;
    }
    expect(errors, `seed ${seed}: ${source}`).toBeUndefined();
    expect(sent, `seed ${seed}`).toHaveLength(1);
    const { all, page } = naive.list(kind, args);
    const expected = {
      totalCount: all.length,
      pageInfo: { hasNextPage: all.length > args.first },
      edges: page.map((entity) => ({ node: naive.answer(entity, items) })),
    };
    expect(data[bare ? root : 'list'], `seed ${seed}: ${source}`).toEqual(expected);
    expect((await askCompiled(database, source)).data, `seed ${seed}, compiled`).toEqual(data);
    statements.push(...sent);
  }
  return { alike: seeds.length - refused, refused, statements };
}
