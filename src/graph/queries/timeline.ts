import {
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../../model/relationships.ts';
import type { Clause } from '../compile/field.ts';
import { followed } from '../compile/filter/edge-filter.ts';
import type { SortKey } from '../compile/order.ts';
import type { Sizes } from '../degrees.ts';
import { isHeld, isOfKinds, labelsAt, typesAt, versionsOf } from '../held.ts';
import { lastOf } from '../known.ts';
import { typeList } from '../paths/path-pattern.ts';
import { canonicalIds } from './unknown.ts';

/** Types with a date of their own, and the two that lead to an arms sale, which has dates. */
const DATED = RELATIONSHIP_TYPES.filter(
  (type) =>
    ['on', 'from', 'since'].some((name) => name in RELATIONSHIPS[type].own) ||
    type === 'SOLD_TO' ||
    type === 'SOLD_BY',
);
/** The relationship's own date, else that of the sale, event or agreement at one of its ends. */
const onOf = (summary: string) =>
  `coalesce(${summary}.on, ${summary}.from, ${summary}.since, ${[
    'approvedOn',
    'contractedOn',
    'startsOn',
    'signedOn',
  ]
    .flatMap((name) => [`n.${name}`, `c.${name}`])
    .join(', ')})`;
const untilOf = (summary: string) => `coalesce(${summary}.to, n.endsOn, c.endsOn)`;

/** Relationships with a date, each as a row with the date and the relationship. */
export const timelineClause: Clause = ({ to, param, value, at, known }) => {
  const everybody = value('of') == null;
  const labelled = (node: string) => isOfKinds(node, param('kinds'), at);
  const kinds =
    value('kinds') == null
      ? []
      : [everybody ? `(${labelled('c')} OR ${labelled('n')})` : labelled('n')];
  const held = at === undefined ? [] : [isHeld('c', at), isHeld('n', at)];
  const { where, summary } = followed(
    'r',
    { param, value, at, known },
    ['on', 'from', 'since', 'to'],
    [...held, ...kinds],
  );
  const dates = [
    'on IS NOT NULL',
    ...(value('from') == null ? [] : [`coalesce(until, on) + '-99' >= ${param('from')}`]),
    ...(value('to') == null ? [] : [`on <= ${param('to', lastOf)}`]),
  ];
  const types = typesAt(
    typeList((value('types') as RelationshipType[] | null | undefined) ?? DATED),
    at,
  );
  // The dates are those of the ends as they were.
  const [c, n] = at === undefined ? ['c', 'n'] : ['c_', 'n_'];
  const ends = at === undefined ? '' : `\n${versionsOf('c_', 'c')}\n${versionsOf('n_', 'n')}`;
  const match = everybody
    ? `MATCH (${c})-[r:${types}]->(${n})`
    : `MATCH (${c}:${labelsAt('Entity', at)}) WHERE ${c}.id IN ${param('of', canonicalIds)}\nMATCH (${c})-[r:${types}]-(${n})`;
  return `${match}${ends}
${where}
WITH DISTINCT r, ${onOf(summary)} AS on, ${untilOf(summary)} AS until
WHERE ${dates.join(' AND ')}
WITH {on: on, until: until, id: r.id, relationship: r} AS ${to}`;
};

/** Reads the relationships of the given entities, or all that may have a date. */
export function readsOfTimeline(args: Readonly<Record<string, unknown>>, sizes: Sizes): number {
  const dated = (args.types as RelationshipType[] | null | undefined) ?? DATED;
  const named = args.of as readonly string[] | null | undefined;
  return named ? named.length * sizes.around(dated) : sizes.relationships(dated);
}

export const byDate = (row: string): SortKey[] => [
  { cypher: `${row}.on`, name: 'on', ascending: true, nullable: false },
  { cypher: `${row}.id`, name: 'id', ascending: true, nullable: false },
];
