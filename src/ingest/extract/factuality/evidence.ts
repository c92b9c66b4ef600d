import type { Modality } from '../../../model/kinds.ts';
import type { Span, Text } from '../../text/text.ts';
import type { Mention, RelationMention } from '../vocabulary.ts';
import { modalityOf } from './modality.ts';
import { clauseOf, withoutConsequence } from './negation.ts';

/** Words within this distance of the ends, in UTF-16 units, decide the modality. */
const AROUND = 70;

/** The sentences of all these mentions, with what stands between them. A line may break within a name. */
export function quoteOf(text: Text, mentions: readonly Mention[]): Span {
  const spans = mentions.flatMap((mention) => [mention, text.sentences[mention.sentence]!]);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** The words around a span, within the quote. */
export function wordsAround(text: Text, { start, end }: Span, quote: Span): string {
  return text.clean.slice(Math.max(quote.start, start - AROUND), Math.min(quote.end, end + AROUND));
}

/** The modality of a relationship, from the words around its ends. */
export function modalityOfFact(
  text: Text,
  {
    type,
    subjectMention,
    objectMention,
  }: Pick<RelationMention, 'type' | 'subjectMention' | 'objectMention'>,
): Modality {
  const [start, end] = [
    Math.min(subjectMention.start, objectMention.start),
    Math.max(subjectMention.end, objectMention.end),
  ];
  const quote = quoteOf(text, [subjectMention, objectMention]);
  const words = wordsAround(text, { start, end }, quote);
  const at = Math.min(AROUND, start - quote.start);
  const behind = at + end - start;
  const clause = clauseOf(words.slice(0, at), words.slice(at, behind), words.slice(behind));
  return modalityOf(type, withoutConsequence(words.slice(0, behind), words.slice(behind)), clause);
}
