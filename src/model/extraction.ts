import type { FuzzyDate } from './dates.ts';
import type { EntityKind, Modality } from './kinds.ts';
import type { RelationshipType } from './relationships.ts';

/** Half-open range in UTF-16 code units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of the cleaned text with its place in the decoded source, `raw`. */
export interface SourceSpan extends Span {
  readonly rawStart: number;
  readonly rawEnd: number;
}

/** What a reader yields: one document, decoded but not yet cleaned. */
export interface SourceDocument {
  /** `documentId` of its bytes. */
  readonly id: string;
  /** Where it was read from: a file name (`#line` or `#id` in a collection) or an address. */
  readonly source: string;
  /** The decoded text, which raw offsets point into. */
  readonly raw: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedOn: FuzzyDate | null;
  readonly language: string | null;
  /** Offsets in `raw` at which the pages of the source start; absent without pages. */
  readonly pages?: readonly number[];
}

export type PropertyValues = Readonly<Record<string, string | number | null>>;

/** An entity as one document shows it, before resolution across documents. */
export interface ExtractedEntity {
  /** Unique within the document only. */
  readonly key: string;
  readonly kind: EntityKind;
  /** The fullest name in the document, or a description if `unnamed`. */
  readonly name: string;
  /** Whether `name` is a description: of most events and sales, and some agreements. */
  readonly unnamed: boolean;
  readonly aliases: readonly string[];
  readonly externalIds: readonly string[];
  /** Id in a lexicon, such as `fgm-148-javelin`; null for entities known from the text alone. */
  readonly lexiconId: string | null;
  /** Properties that help to identify it: `country`, `iso2`, the kind's own properties. */
  readonly properties: PropertyValues;
  /** Mentions by name, in order of appearance, without pronouns and common nouns. */
  readonly mentions: readonly SourceSpan[];
}

/** A fact as one place of a document states it. */
export interface ExtractedStatement {
  /** A relationship type, or `PROPERTY`. */
  readonly type: RelationshipType | 'PROPERTY';
  /** Keys of entities of the same document. */
  readonly subject: string;
  readonly object: string | null;
  /** For `PROPERTY`: the name of the subject's property, and its value as text. */
  readonly property: string | null;
  readonly value: string | null;
  /** The relationship's own properties. */
  readonly properties: PropertyValues;
  /** The sentence or sentences that state the fact. */
  readonly quote: SourceSpan;
  /** The mentions it was read from; `object` is the span of the value if there is no object. */
  readonly spans: { readonly subject: Span; readonly object: Span | null };
  /** 0..1, calibrated. */
  readonly confidence: number;
  readonly modality: Modality;
  /** The source that the text names for it. */
  readonly attribution: string | null;
}

/** Everything extracted from one document. Every span points into the cleaned `text`. */
export interface Extraction {
  readonly text: string;
  readonly title: string | null;
  readonly language: string;
  /** Version of the extractor and its model; every statement carries it. */
  readonly extractor: string;
  readonly entities: readonly ExtractedEntity[];
  readonly statements: readonly ExtractedStatement[];
  /** Number of relationships that are likely but below the threshold, and so left out. */
  readonly doubtful: number;
  /** Why nothing was extracted: another language, a paywall, junk. */
  readonly skipped: string | null;
  readonly warnings: readonly string[];
}
