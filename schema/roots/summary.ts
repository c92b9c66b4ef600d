import { newestClause, readsOfSummary, summaryClause } from '../../src/graph/queries/summary.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import { RELATIONSHIPS, type RelationshipType } from '../../src/model/relationships.ts';
import { builder, type ExtractorQuality } from '../builder.ts';
import { EntityKindEnum, RelationshipTypeEnum } from '../enums.ts';
import { computed } from '../fields/define.ts';
import { record, root } from '../root.ts';

interface Count<Name> {
  readonly name: Name;
  readonly count: number;
}

const KindCount = builder.objectRef<Count<EntityKind>>('KindCount').implement({
  description: 'How many entities of a kind there are.',
  fields: (t) => ({
    kind: t.field({
      type: EntityKindEnum,
      description: 'The kind.',
      resolve: ({ name }) => name,
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});
const TypeCount = builder.objectRef<Count<RelationshipType>>('TypeCount').implement({
  description: 'How many relationships of a type there are.',
  fields: (t) => ({
    type: t.field({
      type: RelationshipTypeEnum,
      description: 'The type.',
      resolve: ({ name }) => name,
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});
const TypeQuality = builder.objectRef<ExtractorQuality['types'][number]>('TypeQuality').implement({
  description:
    'How well relationships of a type are read, measured on labelled documents that were held back from training.',
  fields: (t) => ({
    type: t.field({
      type: RelationshipTypeEnum,
      description: 'The relationship type.',
      resolve: ({ type }) => type as never,
    }),
    precision: t.exposeFloat('precision', {
      description: 'Share of what was found that is right, 0 to 1.',
    }),
    precisionLow: t.float({
      nullable: true,
      description:
        'Low end of the 95 % interval of the precision over documents; null where too few say anything.',
      resolve: ({ precisionInterval }) => precisionInterval?.[0] ?? null,
    }),
    precisionHigh: t.float({
      nullable: true,
      description: 'High end of that interval.',
      resolve: ({ precisionInterval }) => precisionInterval?.[1] ?? null,
    }),
    recall: t.exposeFloat('recall', {
      description: 'Share of what is there that was found, 0 to 1.',
    }),
    f1: t.exposeFloat('f1', { description: 'Their harmonic mean.' }),
  }),
});
const Extractor = builder.objectRef<ExtractorQuality>('Extractor').implement({
  description: 'What reads the documents, and how well.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'Its version, as in each statement.' }),
    measuredOn: t.exposeString('measuredOn', {
      nullable: true,
      description: 'When it was measured; null when it never was.',
    }),
    types: t.field({
      type: [TypeQuality],
      description: 'By relationship type.',
      resolve: ({ types }) => types.filter(({ type }) => type in RELATIONSHIPS),
    }),
  }),
});

const counts = <Name extends string>(value: unknown): Count<Name>[] =>
  (Object.entries(value as Record<string, number>) as [Name, number][]).map(([name, count]) => ({
    name,
    count,
  }));

record('GraphSummary', 'What the graph holds.', (t) => ({
  entities: computed(
    [KindCount],
    false,
    ['kinds'],
    ({ kinds }) => counts<EntityKind>(kinds),
    'Entities by kind.',
  ),
  relationships: computed(
    [TypeCount],
    false,
    ['types'],
    ({ types }) => counts<RelationshipType>(types),
    'Relationships by type.',
  ),
  documents: t.property('documents', 'Int', 'Documents that were read.'),
  statements: t.property('statements', 'Int', 'Statements they make.'),
  newestDocument: t.via('one', 'Document', newestClause, {
    sorted: false,
    description: 'The last published; null when none is dated.',
  }),
  lastIngest: t.property(
    'lastIngest',
    'DateTime?',
    'When something was last read; null when nothing was.',
  ),
  extractor: computed(
    Extractor,
    true,
    ['documents'],
    (_, { extractor }) => extractor,
    'What reads the documents; null when its measurements are missing.',
  ),
}));

root('summary', 'one', 'GraphSummary', summaryClause, {
  sorted: false,
  clocks: 'recorded',
  reads: readsOfSummary,
  description: 'What the graph holds, and how well it was read.',
});
