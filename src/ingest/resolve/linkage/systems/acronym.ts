const LINKING = new Set(['to', 'of', 'and', 'the', 'for']);
/** Most letters that one word gives: "Army Tactical Missile System" is ATACMS. */
const LETTERS_MAX = 3;
/** Fewer words are too few, unless a number agrees as well: "SM-6" is the Standard Missile-6. */
const WORDS_MIN = 3;

/** A name in letters or in words, and the number and version after them. */
export interface Parted {
  readonly words: readonly string[];
  readonly number: string;
}

/** Whether letters are made of the beginnings of words, in order. */
function begins(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (LINKING.has(word) && begins(letters, rest)) return true;
  for (let taken = 1; taken <= LETTERS_MAX && letters[taken - 1] === word[taken - 1]; taken++)
    if (letters.length >= taken && begins(letters.slice(taken), rest)) return true;
  return false;
}

/** Whether letters are short for words: "HIMARS" for "High Mobility Artillery Rocket System". */
export function isShortFor(short: Parted, long: Parted): boolean {
  const [letters = '', ...more] = short.words;
  if (more.length > 0 || short.number !== long.number) return false;
  const words = long.words.filter((word) => !LINKING.has(word));
  if (words.length < WORDS_MIN && (long.number === '' || words.length < 2)) return false;
  return begins(letters, long.words);
}

/**
 * A key that letters and the words that they stand for share: the first letter and the last. The
 * number behind them belongs to it, since most systems of a maker differ in nothing else.
 */
export const lettersKey = ({ words, number }: Parted): string =>
  `~${words[0]![0]}${words[0]!.at(-1)} ${number}`;
/** The same of words whose first letters may be a name; null of a single word. */
export const wordsKey = ({ words, number }: Parted): string | null =>
  words.length > 1 ? `~${words[0]![0]}${words.at(-1)![0]} ${number}` : null;
