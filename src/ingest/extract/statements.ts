import type { ExtractedStatement, PropertyValues, SourceSpan } from '../../model/extraction.ts';
import type { Sentence, Span, Text } from '../text/text.ts';
import type { AttributeMention } from './attributes/attribute.ts';
import { relationshipProperties } from './attributes/relationship.ts';
import type { Document } from './document.ts';
import { attributionOf } from './factuality/attribution.ts';
import { quoteOf, wordsAround } from './factuality/evidence.ts';
import { modalityOf } from './factuality/modality.ts';
import type { Mention, RelationMention } from './vocabulary.ts';

/** Longest quote, in UTF-16 units; ends that are farther apart are not stated in one place. */
const QUOTE_MAX = 1_600;

export function sourceSpan(text: Text, { start, end }: Span): SourceSpan {
  const raw = text.rawSpan({ start, end });
  return { start, end, rawStart: raw.start, rawEnd: raw.end };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Whether the ends are in blocks that make no quotation, such as a headline and a sentence. A list
 * goes with its lead; an office may be named in one block and its country in another.
 */
function isTorn(
  { blocks, sentences }: Text,
  { type, subjectMention, objectMention }: RelationMention,
): boolean {
  const [left, right] = [subjectMention, objectMention].map(
    ({ sentence }) => sentences[sentence]!.block,
  );
  if (type === 'HOLDS_POSITION' || left === right) return false;
  return blocks[left!]!.kind !== 'list' && blocks[right!]!.kind !== 'list';
}

/** What all statements of a document are made with. */
interface Maker {
  readonly text: Text;
  readonly propertiesOf: (fact: RelationMention) => PropertyValues;
  readonly attributionOf: (sentence: Sentence) => string | null;
}

/** @returns null when its two ends are too far apart to be quoted together */
function relationshipStatement(
  { text, propertiesOf, attributionOf }: Maker,
  fact: RelationMention,
): ExtractedStatement | null {
  const { type, subject, object, subjectMention, objectMention, confidence, modality } = fact;
  const quote = quoteOf(text, [subjectMention, objectMention]);
  if (quote.end - quote.start > QUOTE_MAX || isTorn(text, fact)) return null;
  return {
    type,
    subject: subject.id,
    object: object.id,
    property: null,
    value: null,
    properties: propertiesOf(fact),
    quote: sourceSpan(text, quote),
    spans: {
      subject: { start: subjectMention.start, end: subjectMention.end },
      object: { start: objectMention.start, end: objectMention.end },
    },
    confidence: round(confidence),
    modality,
    attribution: attributionOf(text.sentences[subjectMention.sentence]!),
  };
}

/** @returns null when the value is too far from all mentions of its subject for one quote */
function propertyStatement(
  { text, attributionOf }: Maker,
  { entity, property, value, span, sentence, confidence, beside }: AttributeMention,
): ExtractedStatement | null {
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
    attribution: attributionOf(within),
  };
}

/** Makes the statements of a document: relationships, then property values. */
export function statementsOf(
  document: Document,
  facts: readonly RelationMention[],
  properties: readonly AttributeMention[],
): ExtractedStatement[] {
  const { text, entities } = document;
  const maker = {
    text,
    propertiesOf: relationshipProperties(document),
    attributionOf: attributionOf(text, entities),
  };
  return [
    ...facts.flatMap((fact) => relationshipStatement(maker, fact) ?? []),
    ...properties.flatMap((fact) => propertyStatement(maker, fact) ?? []),
  ];
}
