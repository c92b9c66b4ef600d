import type { Properties } from './property.ts';
import { RELATIONSHIP_TYPES, RELATIONSHIPS, type RelationshipType } from './relationships.ts';

/** Properties of every edge: a summary that is always recomputed from its statements. */
export const SUMMARY_PROPERTIES = {
  id: 'ID',
  confidence: 'Float',
  modality: 'Modality',
  statementCount: 'Int',
  documentCount: 'Int',
  sourceCount: 'Int',
  firstSeen: 'FuzzyDate?',
  lastSeen: 'FuzzyDate?',
  plannedSince: 'FuzzyDate?',
  rumouredSince: 'FuzzyDate?',
  deniedBy: 'Int?',
  contested: 'Boolean?',
} as const;

/** The description of each summary property in the schema. */
export const SUMMARY_MEANINGS: Readonly<Record<keyof typeof SUMMARY_PROPERTIES, string>> = {
  id: 'The same on every machine and after every ingest.',
  confidence:
    'How sure, 0 to 1: the best of each source, sources counted, denials weighed against them.',
  modality: 'As the strongest of its statements says it.',
  statementCount: 'How many statements say so in this modality.',
  documentCount: 'In how many documents.',
  sourceCount: 'From how many independent sources: reprints count once.',
  firstSeen: 'Publication date of the first document that says so; null when undated.',
  lastSeen: 'Publication date of the last document that says so; null when undated.',
  plannedSince: 'Since when it was told as planned, whatever became of it; null when never.',
  rumouredSince: 'Since when it was rumoured, whatever became of it; null when never.',
  deniedBy: 'How many independent sources deny it, and do not say it themselves.',
  contested: 'Whether it is said by some and denied by others that are no reprints of them.',
};

type OwnPropertyOf<T> = T extends unknown ? keyof T : never;
/** Name of a property that only some relationship types have. */
export type OwnProperty = OwnPropertyOf<(typeof RELATIONSHIPS)[RelationshipType]['own']>;

/** Descriptions of each own property: on an edge of one type, and on a relationship of any type. */
export const OWN_MEANINGS: Readonly<Record<OwnProperty, { edge: string; any: string }>> = {
  title: {
    edge: 'The office, without the country: "Defence Minister".',
    any: 'Of HOLDS_POSITION: the office.',
  },
  from: {
    edge: 'Since when; null when no document says.',
    any: 'Of HOLDS_POSITION: since when.',
  },
  to: { edge: 'Until when; null when no document says.', any: 'Of HOLDS_POSITION: until when.' },
  on: {
    edge: 'When it happened; null when no document says.',
    any: 'When it happened, where a document says.',
  },
  quantity: {
    edge: 'How many; null when no document says.',
    any: 'Of INCLUDES, OPERATES, PLANS_TO_ACQUIRE: how many.',
  },
  role: {
    edge: 'As what: host, co_chair, delegate, visitor; null when no document says.',
    any: 'Of PARTICIPATED_IN: as what.',
  },
  since: {
    edge: 'Since when; null when no document says.',
    any: 'Of OPERATES: since when.',
  },
};

/** The own properties of all types; an edge has null for those that its type lacks. */
export const OWN_PROPERTIES: Properties = Object.assign(
  {},
  ...RELATIONSHIP_TYPES.map((type) => RELATIONSHIPS[type].own),
);
