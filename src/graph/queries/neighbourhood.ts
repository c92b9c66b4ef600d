import { toInteger } from '../../db/integer.ts';
import { InputError } from '../../errors.ts';
import type { RelationshipType } from '../../model/relationships.ts';
import type { Clause } from '../compile/field.ts';
import { edgeFilter, followed } from '../compile/filter/edge-filter.ts';
import type { Sizes } from '../degrees.ts';
import { isOfKinds, labelsAt, typesAt } from '../held.ts';
import { typeList } from '../paths/path-pattern.ts';
import { decodeCursor, encodeCursor } from '../read/cursor.ts';
import { canonicalIds } from './unknown.ts';

export const DEPTH_MAX = 3;
/** Most neighbours that pages go through, because each page finds those before it again. */
const REACH_MAX = 1_500;

/** Neighbours before the page of a cursor; an InputError when the cursor is none of this list. */
const ORDER_NAME = 'neighbourhood';
export const placeOf = (after: string | null | undefined): number => {
  if (after == null) return 0;
  const place = decodeCursor(ORDER_NAME, 1, after)[0];
  if (!Number.isInteger(place) || (place as number) < 0 || (place as number) > REACH_MAX)
    throw new InputError(
      `neighbourhood pages through ${REACH_MAX} neighbours; narrow it by types, kinds or exclude.`,
    );
  return place as number;
};
export const cursorAt = (place: number): string => encodeCursor(ORDER_NAME, [place]);

const skipped = (after: string | null) => toInteger(placeOf(after));
const listed = (ids: readonly string[] | null) => canonicalIds(ids ?? []);

/** Relationships that are read: of the entities of each level, then of all that are kept. */
export function readsAround(args: Readonly<Record<string, unknown>>, sizes: Sizes): number {
  // The neighbours of earlier pages are found again, and the entities of `connect` are joined too.
  const first = Number(args.first) + placeOf(args.after as string | null | undefined);
  const of =
    (args.of as readonly string[]).length +
    ((args.connect as readonly string[] | null | undefined) ?? []).length;
  const types = args.types as RelationshipType[] | null | undefined;
  const walked = of + (Number(args.depth) - 1) * first + of + first;
  return Math.min(
    walked * sizes.around(types),
    2 * Number(args.depth) * sizes.relationships(types),
  );
}

/** Walks around entities level by level, and returns every relationship between those kept. */
export const neighbourhoodClause: Clause = ({ to, param, value, at, known }) => {
  const depth = Math.trunc(Math.min(DEPTH_MAX, Math.max(1, Number(value('depth')))));
  const types = typesAt(typeList(value('types') as RelationshipType[] | null), at);
  const entity = labelsAt('Entity', at);
  const kinds = value('kinds') == null ? '' : ` AND ${isOfKinds('n', param('kinds'), at)}`;
  const excluded =
    value('exclude') == null ? '' : ` AND NOT n.id IN ${param('exclude', canonicalIds)}`;
  const args = { param, value, at, known };
  const { where, summary } = followed(
    'r',
    args,
    ['statementCount'],
    [`NOT n IN kept${kinds}${excluded}`],
  );
  const level = (distance: number) => `CALL (kept, edge) {
  UNWIND edge AS e
  MATCH (e)-[r:${types}]-(n:${entity})
  ${where}
  WITH n, count(DISTINCT e) AS ties, sum(${summary}.statementCount) AS support ORDER BY ties DESC, support DESC, n.id
  RETURN collect(n) AS found
}
WITH centres, kept + found[0..room] AS kept, distances + [n IN found[0..room] | ${distance}] AS distances, found[0..room] AS edge, omitted + size(found) - size(found[0..room]) AS omitted, room - size(found[0..room]) AS room`;
  const skip = param('after', skipped);
  return `CALL () { MATCH (c:${entity}) WHERE c.id IN ${param('of', canonicalIds)} RETURN collect(c) AS centres }
WITH centres, centres AS kept, [c IN centres | 0] AS distances, centres AS edge, 0 AS omitted, toInteger(${param('first')}) + ${skip} AS room
${Array.from({ length: depth }, (_, i) => level(i + 1)).join('\n')}
WITH centres, omitted, kept[size(centres) + ${skip}..] AS page, distances[size(centres) + ${skip}..] AS far
CALL () { MATCH (c:${entity}) WHERE c.id IN ${param('connect', listed)} RETURN collect(c) AS shown }
CALL (centres, page, shown) {
  WITH centres + page + [n IN shown WHERE NOT n IN centres AND NOT n IN page] AS all
  UNWIND all AS a
  UNWIND all AS b
  WITH a, b WHERE a.id < b.id
  MATCH (a)-[r:${types}]-(b)
  WHERE ${edgeFilter('r', args).join(' AND ')}
  WITH r ORDER BY r.id
  RETURN collect(r) AS ties
}
WITH {entities: centres + page, relationships: ties, omitted: omitted, reach: ${skip} + size(page),
  members: [c IN centres | {node: c, distance: 0}] + [i IN range(0, size(page) - 1) | {node: page[i], distance: far[i]}],
  unknown: [id IN ${param('of', canonicalIds)} WHERE NOT id IN [c IN centres | c.id]]} AS ${to}`;
};
