/** What goes on with a word: a letter, or a hyphen before another word. */
const GOES_ON_BEFORE = /[\p{L}-]$/u;
const GOES_ON_BEHIND = /^[\p{L}-]/u;
/** The most UTF-16 units of one letter. */
const LETTER_MAX = 2;

/**
 * Whether a text has a word by itself, not as a part of a longer word. A pattern for every name of a text
 * would take far longer to compile than to match.
 * @param word with at least one letter
 */
export function hasWord(text: string, word: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    const isPart =
      GOES_ON_BEFORE.test(text.slice(Math.max(0, start - LETTER_MAX), start)) ||
      GOES_ON_BEHIND.test(text.slice(end, end + LETTER_MAX));
    if (!isPart) return true;
  }
  return false;
}
