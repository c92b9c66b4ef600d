import type { RelationshipType } from '../../model/relationships.ts';
import type { Clause } from '../compile/field.ts';
import { edgeFilter } from '../compile/filter/edge-filter.ts';
import type { Sizes } from '../degrees.ts';
import { isOfKinds, labelsAt, typesAt } from '../held.ts';
import { typeList } from '../paths/path-pattern.ts';
import { canonicalIds } from './unknown.ts';

/** Matches entities that have a relationship with every one of the entities `of`. */
export const commonNeighboursClause: Clause = ({ to, param, value, at, known }) => {
  const kinds = value('kinds') == null ? '' : ` AND ${isOfKinds('n', param('kinds'), at)}`;
  return `MATCH (c:${labelsAt('Entity', at)}) WHERE c.id IN ${param('of', canonicalIds)}
MATCH (c)-[r:${typesAt(typeList(value('types') as RelationshipType[] | null), at)}]-(n:${labelsAt('Entity', at)})
WHERE ${edgeFilter('r', { param, value, at, known }).join(' AND ')} AND NOT n.id IN ${param('of', canonicalIds)}${kinds}
WITH n, count(DISTINCT c) AS shared WHERE shared = size(${param('of', canonicalIds)})
WITH n AS ${to}`;
};

/** Reads the relationships around each of the given entities. */
export const readsOfCommon = (args: Readonly<Record<string, unknown>>, sizes: Sizes): number =>
  (args.of as readonly string[]).length *
  sizes.around(args.types as readonly RelationshipType[] | null | undefined);
