import { edgeFilter } from '../../src/graph/compile/filter/edge-filter.ts';
import { ANY_TYPE, labelsAt, typesAt } from '../../src/graph/held.ts';
import { builder, interfaceOf, kindOf, property, toFields } from '../builder.ts';
import { DirectionEnum, RelationshipTypeEnum } from '../enums.ts';
import { define } from '../fields/define.ts';
import { formerIdsField } from './identity.ts';
import { degreeField, relationshipCountsField } from './relationship-counts.ts';

interfaceOf('Node').implement({
  description: 'Anything with an id.',
  resolveType: kindOf,
  fields: (t) => toFields(t, { id: property('id', 'ID', 'Readable, global and stable.') }),
});

const ARROWS = { OUT: ['-', '->'], IN: ['<-', '-'], BOTH: ['-', '-'] } as const;

define(
  'Entity',
  'A person, organisation, country, agreement, weapon system, arms sale, event or place named in a document.',
  (t) => ({
    id: t.property('id', 'The same on every machine and after every ingest.'),
    name: t.property('name', 'The name it is best known by, or a description when it has none.'),
    aliases: t.property('aliases', 'Other spellings, sorted.'),
    externalIds: t.property(
      'externalIds',
      'Ids elsewhere, as `scheme:value`, such as `iso3166-1:IN` or `wikidata:Q7240`.',
    ),
    statementCount: t.property('statementCount', 'How many statements it takes part in.'),
    degree: degreeField,
    relationshipCounts: relationshipCountsField,
    relationships: t.via(
      'connection',
      'Relationship',
      ({ from, to, value, at }) => {
        const types = (value('types') as string[] | null | undefined) ?? [];
        const [left, right] =
          ARROWS[(value('direction') as keyof typeof ARROWS | null | undefined) ?? 'BOTH'];
        return `MATCH (${from})${left}[${to}:${typesAt(types.length > 0 ? types.join('|') : ANY_TYPE, at)}]${right}()`;
      },
      {
        description: 'What ties it to others, of any type.',
        holds: (scope) => edgeFilter(scope.to, scope),
        args: builder.args((a) => ({
          types: a.field({ type: [RelationshipTypeEnum], description: 'Only these types.' }),
          direction: a.field({
            type: DirectionEnum,
            defaultValue: 'BOTH',
            description: 'From it, to it, or both.',
          }),
        })),
      },
    ),
    statements: t.via(
      'connection',
      'Statement',
      ({ from, to, at }) =>
        `MATCH (${from})<-[:${typesAt('SUBJECT|OBJECT', at)}]-(${to}:${labelsAt('Statement', at)})`,
      {
        description: 'What documents say about it.',
      },
    ),
    identity: t.via('one', 'Identity', ({ from, to }) => `WITH {entity: ${from}.id} AS ${to}`, {
      sorted: false,
      required: true,
      description: 'What it was put together of, how sure that is, and why.',
    }),
    formerIds: formerIdsField,
    documents: t.via(
      'connection',
      'Document',
      ({ from, to, edge, at }) =>
        `MATCH (${from})<-[${edge}:${typesAt('MENTIONS', at)}]-(${to}:${labelsAt('Document', at)})`,
      {
        description: 'Documents that name it.',
        edge: { count: 'Int', spans: 'Int[]' },
      },
    ),
  }),
);
