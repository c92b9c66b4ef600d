import { InputError } from '../src/errors.ts';
import { edgeHolds } from '../src/graph/holds.ts';
import { typeList } from '../src/graph/path-pattern.ts';
import {
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../src/model/relationships.ts';
import { builder } from './builder.ts';
import { EntityKindEnum, RelationshipTypeEnum } from './enums.ts';
import { record, root } from './root.ts';

/** Only these say when something happened. */
const DATED = RELATIONSHIP_TYPES.filter((type) => 'on' in RELATIONSHIPS[type].own);
const lastOf = (date: string) => `${date}-99`;

record('TimelineEntry', 'Something that happened on a date.', (t) => ({
  on: t.property('on', 'FuzzyDate', 'When, as exact as its sources.'),
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
    const conditions = [
      'r.on IS NOT NULL',
      ...edgeHolds('r', { param, value }),
      ...kinds,
      ...(value('from') == null ? [] : [`r.on + '-99' >= ${param('from')}`]),
      ...(value('to') == null ? [] : [`r.on <= ${param('to', lastOf)}`]),
    ];
    const types = typeList((value('types') as RelationshipType[] | null | undefined) ?? DATED);
    const match = everybody
      ? `MATCH (c)-[r:${types}]->(n)`
      : `MATCH (c:Entity) WHERE c.id IN ${param('of')}\nMATCH (c)-[r:${types}]-(n)`;
    return `${match}
WHERE ${conditions.join(' AND ')}
WITH DISTINCT r
WITH {on: r.on, id: r.id, relationship: r} AS ${to}`;
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
      'What happened, in order: signings, approvals, meetings and the like that have a date.',
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
