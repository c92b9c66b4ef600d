import type { ExtractedStatement, PropertyValues, SourceSpan } from '../../model/extraction.ts';
import type { Span, Text } from '../text/text.ts';
import type { PropertyFact } from './attributes/attributes.ts';
import { relationshipProperties } from './attributes/relationship.ts';
import type { Document } from './document.ts';
import { attributionOf } from './factuality/attribution.ts';
import { modalityOfFact, quoteOf, wordsAround } from './factuality/evidence.ts';
import { modalityOf } from './factuality/modality.ts';
import type { Fact, Mention } from './vocabulary.ts';

/** A quote holds both ends; when they stand further apart than this, nobody said so in one place. */
const QUOTE_MAX = 1_600;

export function sourceSpan(text: Text, { start, end }: Span): SourceSpan {
  const raw = text.rawSpan({ start, end });
  return { start, end, rawStart: raw.start, rawEnd: raw.end };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * A headline and a sentence, or two paragraphs, are no quotation. A list is one with its lead, and
 * an office told in one place is that of the country told in another.
 */
function isTorn({ blocks, sentences }: Text, { type, a, b }: Fact): boolean {
  const [left, right] = [a, b].map(({ sentence }) => sentences[sentence]!.block);
  if (type === 'HOLDS_POSITION' || left === right) return false;
  return blocks[left!]!.kind !== 'list' && blocks[right!]!.kind !== 'list';
}

/** @returns null when its two ends stand too far apart to be quoted together */
export function relationshipStatement(document: Document, fact: Fact): ExtractedStatement | null {
  const { text, entities } = document;
  const { type, from, to, a, b, confidence } = fact;
  const quote = quoteOf(text, [a, b]);
  if (quote.end - quote.start > QUOTE_MAX || isTorn(text, fact)) return null;
  return {
    type,
    subject: from.id,
    object: to.id,
    property: null,
    value: null,
    properties: relationshipProperties(document, fact),
    quote: sourceSpan(text, quote),
    spans: { subject: { start: a.start, end: a.end }, object: { start: b.start, end: b.end } },
    confidence: round(confidence),
    modality: modalityOfFact(text, fact),
    attribution: attributionOf(text, text.sentences[a.sentence]!, entities),
  };
}

/** @returns null when the value stands too far from every mention of its subject to be quoted with it */
export function propertyStatement(
  document: Document,
  { entity, property, value, span, sentence, confidence, beside }: PropertyFact,
): ExtractedStatement | null {
  const { text, entities } = document;
  const within = text.sentences[sentence]!;
  const far = (one: Mention) => Math.abs(one.sentence - sentence);
  const mention = [...entity.mentions].sort((a, b) => far(a) - far(b) || a.start - b.start)[0]!;
  const named = quoteOf(text, [mention]);
  const quote = {
    start: Math.min(within.start, span.start, named.start),
    end: Math.max(within.end, span.end, named.end),
  };
  if (quote.end - quote.start > QUOTE_MAX) return null;
  return {
    type: 'PROPERTY',
    subject: entity.id,
    object: null,
    property,
    value,
    properties: beside satisfies PropertyValues,
    quote: sourceSpan(text, quote),
    spans: { subject: { start: mention.start, end: mention.end }, object: span },
    confidence: round(confidence),
    modality: modalityOf('PROPERTY', wordsAround(text, span, quote)),
    attribution: attributionOf(text, within, entities),
  };
}
