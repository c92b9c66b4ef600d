import type { FuzzyDate } from './dates.ts';
import type { EntityKind, Modality } from './kinds.ts';
import type { RelationshipType } from './relationships.ts';

/** Half-open, in UTF-16 code units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of the cleaned text, with the place in the decoded source that it came from. */
export interface SourceSpan extends Span {
  readonly rawStart: number;
  readonly rawEnd: number;
}

/** What a reader yields: one document, decoded but not yet cleaned. */
export interface SourceDocument {
  /** `documentId` of its bytes. */
  readonly id: string;
  /** File name (with `#line` or `#id` inside a collection) or address it was read from. */
  readonly source: string;
  /** The text as decoded. Raw offsets point into it. */
  readonly raw: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedOn: FuzzyDate | null;
  readonly language: string | null;
  /** Where each page of the source starts in `raw`; absent where it has no pages. */
  readonly pages?: readonly number[];
}

export type PropertyValues = Readonly<Record<string, string | number | null>>;

/** One real-world thing as one document shows it, before it is resolved across documents. */
export interface ExtractedEntity {
  /** Unique within the document only. */
  readonly key: string;
  readonly kind: EntityKind;
  /** The fullest name in the document, or a description when it has none. */
  readonly name: string;
  /** A description, not a name: most events and sales, some agreements. */
  readonly unnamed: boolean;
  readonly aliases: readonly string[];
  readonly externalIds: readonly string[];
  /** Identity known from a lexicon, such as `fgm-148-javelin`; null when it only stands in the text. */
  readonly lexiconId: string | null;
  /** Names that identify it: `country`, `iso2`, the kind's own properties. */
  readonly properties: PropertyValues;
  /** Where it is named, in order of appearance. Pronouns and the like are left out. */
  readonly mentions: readonly SourceSpan[];
}

/** One document saying one thing in one place. */
export interface ExtractedStatement {
  /** A relationship type, or `PROPERTY`. */
  readonly type: RelationshipType | 'PROPERTY';
  /** Keys of entities of the same document. */
  readonly subject: string;
  readonly object: string | null;
  /** With `PROPERTY`: which property of the subject, and its value as text. */
  readonly property: string | null;
  readonly value: string | null;
  /** The relationship's own properties. */
  readonly properties: PropertyValues;
  /** The sentence (or sentences) that says so. */
  readonly quote: SourceSpan;
  /** The mentions it was read from; `object` is the value's place when there is no object. */
  readonly spans: { readonly subject: Span; readonly object: Span | null };
  /** 0..1, calibrated. */
  readonly confidence: number;
  readonly modality: Modality;
  /** Who says so, as named in the text. */
  readonly attribution: string | null;
}

/** All that one document says. `text` is the cleaned text that every span points into. */
export interface Extraction {
  readonly text: string;
  readonly title: string | null;
  readonly language: string;
  /** Version of the extractor and its model, written to every statement. */
  readonly extractor: string;
  readonly entities: readonly ExtractedEntity[];
  readonly statements: readonly ExtractedStatement[];
  /** How many relationships are likely, but not sure enough to be told. */
  readonly doubtful: number;
  /** Why there are no facts: another language, a paywall, junk. */
  readonly skipped: string | null;
  readonly warnings: readonly string[];
}
