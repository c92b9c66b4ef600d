import { grouped } from '../grouped.ts';
import { FOLLOWED_MODALITIES, type Modality } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import type { Graph } from './graph.ts';
import { ANY_TYPE, isHeld, labelsAt, typeAt, typesAt } from './held.ts';
import { type AsOf, asKnown, wasFollowed } from './known.ts';

/** How many relationships of one type an entity has in one direction. */
export interface RelationshipCount {
  readonly type: RelationshipType;
  readonly direction: 'OUT' | 'IN';
  readonly count: number;
}

/**
 * Up to this many relationships of an entity are counted one by one, with the filter of the lists.
 * For larger hubs, the count that Neo4j keeps by type and direction is read, which takes no longer
 * than for other entities.
 */
export const LOOKED_AT_MAX = 10_000;

const KINDS_OF_COUNT = RELATIONSHIP_TYPES.flatMap((type) => [
  { type, direction: 'OUT' as const, pattern: `(n)-[:${type}]->()` },
  { type, direction: 'IN' as const, pattern: `(n)<-[:${type}]-()` },
]);
const DEGREES = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, [${KINDS_OF_COUNT.map(({ pattern }) => `COUNT { ${pattern} }`).join(', ')}] AS counts`;
/** @param isChosen whether other modalities are asked for than those that are followed */
const lookedAt = ({ at, known }: AsOf, isChosen: boolean) => {
  const held = at === undefined ? [] : [isHeld('r', at)];
  const said =
    known === undefined
      ? 'r.modality IN $modality'
      : isChosen
        ? `coalesce(${asKnown('r', { at, known }, ['modality'])}.modality IN $modality, false)`
        : wasFollowed('r', known);
  return `UNWIND $ids AS id
MATCH (n:${labelsAt('Entity', at)} {id: id})-[r:${typesAt(ANY_TYPE, at)}]-()
WHERE ${[...held, said].join(' AND ')}
RETURN id, ${typeAt('r', at)} AS type, CASE WHEN startNode(r) = n THEN 'OUT' ELSE 'IN' END AS direction, count(*) AS count`;
};

const mostFirst = (a: RelationshipCount, b: RelationshipCount) =>
  b.count - a.count || (a.type + a.direction < b.type + b.direction ? -1 : 1);

/** The counts of each entity, by its id. */
function countsIn(
  rows: readonly Readonly<Record<string, unknown>>[],
): (id: string) => RelationshipCount[] {
  const byId = grouped(rows, ({ id }) => String(id));
  return (of) =>
    (byId.get(of) ?? []).map(({ id: _, count, ...kind }) => ({
      ...(kind as never as RelationshipCount),
      count: Number(count),
    }));
}

const NOW: AsOf = { at: undefined, known: undefined };

/** Those that an entity had as of then; all are looked at. */
async function loadAsOf(
  graph: Graph,
  ids: readonly string[],
  modality: readonly Modality[] | null,
  { at, known }: AsOf,
): Promise<RelationshipCount[][]> {
  const asOf = { at: at && '$at', known: known && '$known' };
  const rows = await graph.run('relationshipCounts', lookedAt(asOf, modality !== null), {
    ids,
    modality: modality ?? FOLLOWED_MODALITIES,
    ...(at !== undefined && { at }),
    ...(known !== undefined && { known }),
  });
  const countsOf = countsIn(rows);
  return ids.map((id) => countsOf(id).sort(mostFirst));
}

async function load(
  graph: Graph,
  ids: readonly string[],
  modality: readonly Modality[],
  exact: boolean,
): Promise<RelationshipCount[][]> {
  const found = new Map<string, RelationshipCount[]>();
  const rows = await graph.run('relationshipCounts', DEGREES, { ids });
  for (const { id, counts } of rows)
    found.set(
      String(id),
      KINDS_OF_COUNT.map(({ type, direction }, i) => ({
        type,
        direction,
        count: Number((counts as unknown[])[i]),
      })).filter(({ count }) => count > 0),
    );
  const sum = (id: string) => (found.get(id) ?? []).reduce((all, { count }) => all + count, 0);
  const few = ids.filter((id) => sum(id) > 0 && (exact || sum(id) <= LOOKED_AT_MAX));
  if (few.length > 0) {
    const looked = await graph.run('relationshipCounts', lookedAt(NOW, exact), {
      ids: few,
      modality,
    });
    const countsOf = countsIn(looked);
    for (const id of few) found.set(id, countsOf(id));
  }
  return ids.map((id) => (found.get(id) ?? []).sort(mostFirst));
}

/**
 * An entity's relationships by type and direction, most first; read once for all entities of a level.
 * @param clocks as of when: values, not Cypher
 * @param modality only these, each looked at; without it those that are followed
 */
export function relationshipCounts(
  graph: Graph,
  id: string,
  clocks: AsOf,
  modality?: readonly Modality[] | null,
): Promise<readonly RelationshipCount[]> {
  const { at, known } = clocks;
  const name = `relationshipCounts ${modality?.join() ?? ''} ${at ?? ''} ${known ?? ''}`;
  return graph.batched(name, id, (ids) =>
    at === undefined && known === undefined
      ? load(graph, ids, modality ?? FOLLOWED_MODALITIES, modality != null)
      : loadAsOf(graph, ids, modality ?? null, clocks),
  );
}
