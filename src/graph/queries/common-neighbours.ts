import type { RelationshipType } from '../../model/relationships.ts';
import { edgeFilter } from '../compile/edge-filter.ts';
import type { Clause } from '../compile/field.ts';
import type { Sizes } from '../degrees.ts';
import { typeList } from '../paths/path-pattern.ts';
import { canonicalIds } from './unknown.ts';

/** Matches entities that have a relationship with every one of the entities `of`. */
export const commonNeighboursClause: Clause = ({ to, param, value }) => {
  const kinds =
    value('kinds') == null ? '' : ` AND any(label IN labels(n) WHERE label IN ${param('kinds')})`;
  return `MATCH (c:Entity) WHERE c.id IN ${param('of', canonicalIds)}
MATCH (c)-[r:${typeList(value('types') as RelationshipType[] | null)}]-(n:Entity)
WHERE ${edgeFilter('r', { param, value }).join(' AND ')} AND NOT n.id IN ${param('of', canonicalIds)}${kinds}
WITH n, count(DISTINCT c) AS shared WHERE shared = size(${param('of', canonicalIds)})
WITH n AS ${to}`;
};

/** Reads the relationships around each of the given entities. */
export const readsOfCommon = (args: Readonly<Record<string, unknown>>, sizes: Sizes): number =>
  (args.of as readonly string[]).length *
  sizes.around(args.types as readonly RelationshipType[] | null | undefined);
