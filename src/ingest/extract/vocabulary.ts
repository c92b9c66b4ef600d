// Plain values that all stages of extraction share. Kinds and relationship types are in the model.
import type { EntityKind, Modality } from '../../model/kinds.ts';
import type { RelationshipType } from '../../model/relationships.ts';
import type { Background } from '../lexicon/lexicon.ts';
import type { Span } from '../text/text.ts';

export type Properties = Record<string, string | number>;

/** Rules that find names, not descriptions. `lexicon?` is a name that is also an ordinary word. */
const NAMING_RULES = ['named', 'named-plan', 'lexicon', 'lexicon?'] as const;

/** The rule that found a mention. Features contain these names, so a new one needs training. */
export type MentionRule =
  | (typeof NAMING_RULES)[number]
  | 'acronym'
  | 'alias'
  | 'award'
  | 'base'
  | 'beside'
  | 'capital'
  | 'class'
  | 'class-noun'
  | 'comma-title'
  | 'company-context'
  | 'counted'
  | 'country'
  | 'country-form'
  | 'dateline'
  | 'designation'
  | 'encoder'
  | 'fms'
  | 'geography'
  | 'given'
  | 'head'
  | 'head-noun'
  | 'known'
  | 'plural'
  | 'preposition'
  | 'rank'
  | 'reference'
  | 'says'
  | 'seat'
  | 'shape'
  | 'ship'
  | 'site'
  | 'state'
  | 'title'
  | 'town'
  | 'valued'
  | 'verb';

const NAMING: ReadonlySet<MentionRule> = new Set(NAMING_RULES);
/** Whether the rule finds names. */
export const isNaming = (rule: MentionRule): boolean => NAMING.has(rule);

/** A name or a description of an entity, at offsets of the clean text. */
export type Mention = Span & {
  kind: EntityKind;
  text: string;
  rule: MentionRule;
  /** Whether a naming rule found it; descriptions, aliases and anaphors are not named. */
  named: boolean;
  /** Index of its sentence. */
  sentence: number;
  name?: string;
  key?: string;
  title?: Span;
  /** Whether it is an anaphor such as "the company". */
  reference?: boolean;
  /** The mention with the full name that this one is short for. */
  standsFor?: Mention;
  properties?: Properties;
  background?: Background;
};

export type Entity = {
  id: string;
  kind: EntityKind;
  name: string;
  aliases: string[];
  unnamed: boolean;
  properties: Properties;
  mentions: Mention[];
  background?: Background;
};

/** A relationship that one place of a document states. */
export interface RelationMention {
  readonly type: RelationshipType;
  readonly subject: Entity;
  readonly object: Entity;
  readonly subjectMention: Mention;
  readonly objectMention: Mention;
  /** 0..1 */
  readonly confidence: number;
  readonly modality: Modality;
}

/** Where both ends of a relationship are: in one sentence, in neighbouring ones, in a list, anywhere. */
export const WINDOWS = ['same', 'next', 'list', 'document'] as const;
export type Window = (typeof WINDOWS)[number];
