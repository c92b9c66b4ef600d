const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  forty: 40,
  fifty: 50,
  'two dozen': 24,
  'half a dozen': 6,
  'a hundred': 100,
  hundred: 100,
};
/** A number in digits or in words, as a pattern. */
export const NUMBER = String.raw`\d{1,3}(?:,\d{2,3})+|\d+|${Object.keys(NUMBERS)
  .filter((word) => word.length > 2)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

export function readNumber(text: string): number {
  return NUMBERS[text.toLowerCase()] ?? Number(text.replaceAll(',', ''));
}
