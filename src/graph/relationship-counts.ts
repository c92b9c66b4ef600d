import { FOLLOWED_MODALITIES, type Modality } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import type { Graph } from './graph.ts';

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

const ALL_TYPES = RELATIONSHIP_TYPES.join('|');
const KINDS_OF_COUNT = RELATIONSHIP_TYPES.flatMap((type) => [
  { type, direction: 'OUT' as const, pattern: `(n)-[:${type}]->()` },
  { type, direction: 'IN' as const, pattern: `(n)<-[:${type}]-()` },
]);
const DEGREES = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, [${KINDS_OF_COUNT.map(({ pattern }) => `COUNT { ${pattern} }`).join(', ')}] AS counts`;
const LOOKED_AT = `UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r:${ALL_TYPES}]-()
WHERE r.modality IN $modality
RETURN id, type(r) AS type, CASE WHEN startNode(r) = n THEN 'OUT' ELSE 'IN' END AS direction, count(*) AS count`;

const mostFirst = (a: RelationshipCount, b: RelationshipCount) =>
  b.count - a.count || (a.type + a.direction < b.type + b.direction ? -1 : 1);

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
    for (const id of few) found.set(id, []);
    const looked = await graph.run('relationshipCounts', LOOKED_AT, { ids: few, modality });
    for (const { id, count, ...kind } of looked)
      found
        .get(String(id))!
        .push({ ...(kind as never as RelationshipCount), count: Number(count) });
  }
  return ids.map((id) => (found.get(id) ?? []).sort(mostFirst));
}

/**
 * Counts an entity's relationships by type and direction, most first, with one read for all
 * entities of a level.
 * @param modality counts only these, one by one; by default those that are followed
 */
export function relationshipCounts(
  graph: Graph,
  id: string,
  modality?: readonly Modality[] | null,
): Promise<readonly RelationshipCount[]> {
  const name = `relationshipCounts ${modality?.join() ?? ''}`;
  return graph.batched(name, id, (ids) =>
    load(graph, ids, modality ?? FOLLOWED_MODALITIES, modality != null),
  );
}
