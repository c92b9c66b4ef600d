// The plain values that travel through extraction. Kinds and types of relationship are the model's.
import type { EntityKind, Modality } from '../../model/kinds.ts';
import type { RelationshipType } from '../../model/relationships.ts';
import type { Background } from '../lexicon/lexicon.ts';
import type { Span } from '../text/text.ts';

export type Properties = Record<string, string | number>;

/** Rules that find a name, not a description. `lexicon?` is a name that is also something else. */
const NAMING_RULES = ['named', 'named-plan', 'lexicon', 'lexicon?'] as const;

/** Which rule found a mention. The scorer's features hold these names: a new name means training anew. */
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
/** Whether what the rule finds is a name. */
export const isNaming = (rule: MentionRule): boolean => NAMING.has(rule);

/** A name or a description of an entity, at an offset of the clean text. */
export type Mention = Span & {
  kind: EntityKind;
  text: string;
  rule: MentionRule;
  /** Found by a rule that finds names; a description, an alias or an anaphor is none. */
  named: boolean;
  /** Index of its sentence. */
  sentence: number;
  name?: string;
  key?: string;
  title?: Span;
  /** An anaphor, "the company", that names nothing itself. */
  reference?: boolean;
  /** A fuller name of the same thing, which this one is short for. */
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

/** A relationship that one place of a document states, before it is written down as a statement. */
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
