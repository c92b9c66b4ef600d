import type { Span, Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';
import { shapesOf } from './shapes.ts';
import { cutIntoPieces, type Pieces, type Vocabulary } from './wordpiece.ts';

/** Half-open range of tokens. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** A text as input of the encoder. */
export interface Tokens extends Pieces {
  readonly shapes: readonly number[];
  /** The tokens of each sentence; those of page furniture are in none. */
  readonly sentences: readonly TokenSpan[];
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that overlap a span; null when none does. */
export function tokensIn({ starts, ends }: Pieces, span: Span): TokenSpan | null {
  const from = countUpTo(ends, span.start);
  const to = countUpTo(starts, span.end - 1);
  return to > from ? { from, to } : null;
}

export function tokensOf(text: Text, vocabulary: Vocabulary): Tokens {
  const pieces = cutIntoPieces(text.clean, vocabulary);
  const openings = new Set(text.sentences.map(({ start }) => start));
  return {
    ...pieces,
    shapes: shapesOf(text.clean, pieces.starts, openings),
    sentences: text.sentences.flatMap((sentence) => tokensIn(pieces, sentence) ?? []),
  };
}

/** A first or further token of a mention of a kind, by number. */
export interface Mark {
  readonly token: number;
  readonly kind: number;
  readonly begins: boolean;
}

/** Marks the tokens of mentions. */
export function marksOf(
  tokens: Tokens,
  mentions: readonly Pick<Mention, 'start' | 'end' | 'kind'>[],
  kinds: readonly Mention['kind'][],
): Mark[] {
  return mentions.flatMap((mention) => {
    const span = tokensIn(tokens, mention);
    if (!span) return [];
    const kind = kinds.indexOf(mention.kind);
    return Array.from({ length: span.to - span.from }, (_, at) => ({
      token: span.from + at,
      kind,
      begins: at === 0,
    }));
  });
}
