import type { Span } from '../text/text.ts';

const SIGNS = /[.*+?^${}()|[\]\\]/g;
const WORD_SIGN = /[\p{L}\p{N}]/u;
/** Longest words that are searched, in UTF-16 units. */
const WORDS_MAX = 1_600;

const patternOf = (words: string) =>
  new RegExp(
    words
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(SIGNS, String.raw`\$&`))
      .join(String.raw`\s+`),
    'g',
  );

/** All places where a text has these words, with any white space between them. */
export function* placesOf(text: string, words: string, within?: Span): Generator<Span> {
  if (words.trim() === '' || words.length > WORDS_MAX) return;
  const { start: from, end: to } = within ?? { start: 0, end: text.length };
  for (const { index, 0: found } of text.slice(from, to).matchAll(patternOf(words))) {
    const [start, end] = [from + index, from + index + found.length];
    const inWord =
      (WORD_SIGN.test(text[start - 1] ?? ' ') && WORD_SIGN.test(found[0]!)) ||
      (WORD_SIGN.test(text[end] ?? ' ') && WORD_SIGN.test(found.at(-1)!));
    if (!inWord) yield { start, end };
  }
}

/** The first such place. */
export const placeOf = (text: string, words: string, within?: Span): Span | undefined =>
  placesOf(text, words, within).next().value ?? undefined;
