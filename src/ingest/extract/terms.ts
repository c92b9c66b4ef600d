// The vocabulary: kinds of entity, types of relationship, and the plain values that travel through the pipeline.
export type Kind =
  | 'Person'
  | 'Organisation'
  | 'Country'
  | 'Agreement'
  | 'WeaponSystem'
  | 'ArmsSale'
  | 'Event'
  | 'Place';
export const KINDS: Kind[] = [
  'Person',
  'Organisation',
  'Country',
  'Agreement',
  'WeaponSystem',
  'ArmsSale',
  'Event',
  'Place',
];

export type RelationshipType = keyof typeof RELATIONSHIPS;
export type Span = { start: number; end: number };
export type BlockKind = 'title' | 'heading' | 'body' | 'list' | 'caption' | 'furniture';
export type Block = Span & { kind: BlockKind };
export type Token = Span & { text: string; lower: string; lemma: string; pos: string };
export type Sentence = Span & { index: number; block: number; tokens: Token[] };
export type Text = {
  raw: string;
  clean: string;
  blocks: Block[];
  sentences: Sentence[];
  rawSpan(span: Span): Span;
  /** What was left out because of its cost, in words for the report. */
  cut: Set<string>;
};
export type Properties = Record<string, string | number>;

/** What the lexicons know of a thing beyond its name: hints for the scorer, never facts of the document. */
export type Background = {
  /** ISO codes: whose official, company or system it is, whom an agreement binds. */
  countries: readonly string[];
  /** Names of the companies that make it. */
  makers: readonly string[];
};

/** A name (or a description) at an offset of the clean text. `by` is the rule that found it. */
export type Mention = Span & {
  kind: Kind;
  text: string;
  by: string;
  sentence: number;
  name?: string;
  key?: string;
  title?: Span;
  reference?: boolean;
  /** A fuller name of the same thing, which this one is short for. */
  standsFor?: Mention;
  properties?: Properties;
  background?: Background;
};
export type Entity = {
  id: string;
  kind: Kind;
  name: string;
  aliases: string[];
  unnamed: boolean;
  properties: Properties;
  mentions: Mention[];
  background?: Background;
};

const ACTORS: Kind[] = ['Country', 'Organisation'];
const PEOPLE_AND_ACTORS: Kind[] = ['Person', ...ACTORS];

/** From which kinds to which kinds each type of relationship runs. */
export const RELATIONSHIPS = {
  HOLDS_POSITION: { from: ['Person'], to: ACTORS },
  SIGNED: { from: PEOPLE_AND_ACTORS, to: ['Agreement'] },
  PARTY_TO: { from: ACTORS, to: ['Agreement'] },
  APPROVED_SALE: { from: ACTORS, to: ['ArmsSale'] },
  SOLD_TO: { from: ['ArmsSale'], to: ACTORS },
  SOLD_BY: { from: ['ArmsSale'], to: ACTORS },
  INCLUDES: { from: ['ArmsSale'], to: ['WeaponSystem'] },
  MANUFACTURES: { from: ACTORS, to: ['WeaponSystem'] },
  OPERATES: { from: ACTORS, to: ['WeaponSystem'] },
  PLANS_TO_ACQUIRE: { from: ACTORS, to: ['WeaponSystem'] },
  PARTICIPATED_IN: { from: PEOPLE_AND_ACTORS, to: ['Event'] },
  HELD_IN: { from: ['Event'], to: ['Place', 'Country'] },
  PART_OF: { from: ACTORS, to: ACTORS },
  CONCERNS: {
    from: ['Event', 'Agreement'],
    to: ['Agreement', 'WeaponSystem', 'ArmsSale', 'Organisation'],
  },
} satisfies Record<string, { from: Kind[]; to: Kind[] }>;
export const TYPES = Object.keys(RELATIONSHIPS) as RelationshipType[];

export const overlap = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
export const inside = (a: Span, b: Span) => b.start <= a.start && a.end <= b.end;
/** How many of these, which stand in their order, begin before a place. */
export function before(spans: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
/** The first sentence that shares signs with a span; sentences stand in their order. */
export function sentenceAt({ sentences }: Text, span: Span): Sentence | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && overlap(found, span) > 0 ? found : undefined;
}
export const squash = (text: string) => text.replace(/\s+/g, ' ').trim();
