import type { Span } from '../text/text.ts';

const SIGNS = /[.*+?^${}()|[\]\\]/g;
const WORD_SIGN = /[\p{L}\p{N}]/u;
/** Longer ones are no names and no quotations, in UTF-16 units. */
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

/** Every place where a text has these words, whatever white space stands between them; none for no words. */
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

/** The first of these places. */
export const placeOf = (text: string, words: string, within?: Span): Span | undefined =>
  placesOf(text, words, within).next().value ?? undefined;
