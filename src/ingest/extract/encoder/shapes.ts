/** Word shapes: the vocabulary is lower-case, but names begin with capitals. */
const SHAPES = [
  'none',
  'small',
  'capital',
  'capitals',
  'mixed',
  'digits',
  'letters and digits',
  'sign',
  'initial',
  'capital that opens a sentence',
  'plural of capitals',
] as const;
type Shape = (typeof SHAPES)[number];

const number = (shape: Shape): number => SHAPES.indexOf(shape);
/** Shape of the special pieces around a window. */
export const NO_WORD = number('sign');

const WORD = /[\p{L}\p{N}]+(?:[’'][a-z]+)?|\S/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const isUpper = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();
const isLower = (word: string) => word === word.toLowerCase();

function shapeOf(word: string, opensSentence: boolean): Shape {
  if (!LETTER_OR_DIGIT.test(word)) return 'sign';
  if (/^\p{N}+$/u.test(word)) return 'digits';
  if (/\p{N}/u.test(word)) return 'letters and digits';
  if (isLower(word)) return 'small';
  if (word.length === 1) return 'initial';
  if (isUpper(word)) return 'capitals';
  if (word.length > 2 && word.endsWith('s') && isUpper(word.slice(0, -1)))
    return 'plural of capitals';
  if (isUpper(word[0]!) && isLower(word.slice(1)))
    return opensSentence ? 'capital that opens a sentence' : 'capital';
  return 'mixed';
}

/**
 * The shape, as a number, of the word that each word piece belongs to.
 * @param starts offsets of the pieces, ascending
 * @param openings offsets at which sentences begin
 */
export function shapesOf(
  text: string,
  starts: readonly number[],
  openings: ReadonlySet<number>,
): number[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    end: index + word.length,
    shape: number(shapeOf(word, openings.has(index))),
  }));
  let at = 0;
  return starts.map((start) => {
    while (at + 1 < words.length && words[at]!.end <= start) at++;
    return words[at]?.shape ?? NO_WORD;
  });
}
