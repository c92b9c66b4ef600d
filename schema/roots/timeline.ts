import { InputError } from '../../src/errors.ts';
import { edgeHolds } from '../../src/graph/compile/edge-filter.ts';
import { typeList } from '../../src/graph/paths/path-pattern.ts';
import {
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../../src/model/relationships.ts';
import { builder } from '../builder.ts';
import { EntityKindEnum, RelationshipTypeEnum } from '../enums.ts';
import { canonicalIds, unknownOf } from '../nodes/unknown.ts';
import { record, root } from '../root.ts';

/** These say when something happened, or since when it is so; sales have dates of their own. */
const DATED = RELATIONSHIP_TYPES.filter(
  (type) =>
    ['on', 'from', 'since'].some((name) => name in RELATIONSHIPS[type].own) ||
    type === 'SOLD_TO' ||
    type === 'SOLD_BY',
);
/** The relationship's own date, else that of the sale, event or agreement at one of its ends. */
const ON = `coalesce(r.on, r.from, r.since, ${['approvedOn', 'contractedOn', 'startsOn', 'signedOn']
  .flatMap((name) => [`n.${name}`, `c.${name}`])
  .join(', ')})`;
const UNTIL = 'coalesce(r.to, n.endsOn, c.endsOn)';
const lastOf = (date: string) => `${date}-99`;

record('TimelineEntry', 'Something that happened on a date.', (t) => ({
  on: t.property('on', 'FuzzyDate', 'When, or since when, as exact as its sources.'),
  until: t.property(
    'until',
    'FuzzyDate?',
    'Until when; null when it was on one day, or no document says.',
  ),
  relationship: t.via(
    'one',
    'Relationship',
    ({ from, to }) => `WITH ${from}.relationship AS ${to}`,
    {
      sorted: false,
      required: true,
      description: 'What happened.',
    },
  ),
}));

root(
  'timeline',
  'connection',
  'TimelineEntry',
  ({ to, param, value }) => {
    const everybody = value('of') == null;
    const labelled = (node: string) =>
      `any(label IN labels(${node}) WHERE label IN ${param('kinds')})`;
    const kinds =
      value('kinds') == null
        ? []
        : [everybody ? `(${labelled('c')} OR ${labelled('n')})` : labelled('n')];
    const conditions = [...edgeHolds('r', { param, value }), ...kinds];
    const dates = [
      'on IS NOT NULL',
      ...(value('from') == null ? [] : [`coalesce(until, on) + '-99' >= ${param('from')}`]),
      ...(value('to') == null ? [] : [`on <= ${param('to', lastOf)}`]),
    ];
    const types = typeList((value('types') as RelationshipType[] | null | undefined) ?? DATED);
    const match = everybody
      ? `MATCH (c)-[r:${types}]->(n)`
      : `MATCH (c:Entity) WHERE c.id IN ${param('of', canonicalIds)}\nMATCH (c)-[r:${types}]-(n)`;
    return `${match}
WHERE ${conditions.join(' AND ')}
WITH DISTINCT r, ${ON} AS on, ${UNTIL} AS until
WHERE ${dates.join(' AND ')}
WITH {on: on, until: until, id: r.id, relationship: r} AS ${to}`;
  },
  {
    named: 'Timeline',
    reads: ({ of, types }, sizes) => {
      const dated = (types as RelationshipType[] | null | undefined) ?? DATED;
      const named = of as readonly string[] | null | undefined;
      return named ? named.length * sizes.around(dated) : sizes.relationships(dated);
    },
    check: ({ from, to }) => {
      if (from != null && to != null && String(from) > lastOf(String(to)))
        throw new InputError(`from (${from}) is later than to (${to}).`);
    },
    order: (v) => [
      { cypher: `${v}.on`, name: 'on', ascending: true, nullable: false },
      { cypher: `${v}.id`, name: 'id', ascending: true, nullable: false },
    ],
    description:
      'What happened, in order: signings, sales, meetings, terms of office and the like that have a date.',
    empty: unknownOf,
    args: builder.args((t) => ({
      of: t.idList({ description: 'Whose; everybody’s when left out.' }),
      types: t.field({ type: [RelationshipTypeEnum], description: 'Only of these types.' }),
      kinds: t.field({
        type: [EntityKindEnum],
        description: 'Only with entities of these kinds at the other end.',
      }),
      from: t.field({ type: 'FuzzyDate', description: 'Possibly since then.' }),
      to: t.field({ type: 'FuzzyDate', description: 'Possibly until then.' }),
    })),
  },
);
