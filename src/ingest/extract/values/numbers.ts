/** Number words from one to nineteen. */
export const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
  ...UNITS.map((word, at) => [word, at + 1] as const),
  ...TENS.map((word, at) => [word, 20 + 10 * at] as const),
]);
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
]);

const SMALL = `(?:(?:${TENS.join('|')})(?:[ -](?:${UNITS.slice(0, 9).join('|')}))?|${UNITS.toReversed().join('|')})`;
const HUNDREDS = `(?:(?:a|${SMALL})[ -]hundred(?:(?: and)? ${SMALL})?)`;
const THOUSANDS = `(?:(?:a|${HUNDREDS}|${SMALL})[ -]thousand(?:(?:,| and)? (?:${HUNDREDS}|${SMALL}))?)`;
/** Pattern of a number in words: "two dozen", "one hundred and twenty", not "several hundred". */
export const NUMBER_IN_WORDS = `(?:${THOUSANDS}|${HUNDREDS}|(?:half a|a|${SMALL}) dozen|${SMALL})(?! (?:dozen|hundred|thousand)\\b)`;
/** Pattern of a number in digits or in words. */
export const NUMBER = String.raw`\d{1,3}(?:,\d{2,3})+|\d+|${NUMBER_IN_WORDS}`;

/** @param text matched by `NUMBER`, or "a" */
export function readNumber(text: string): number {
  if (/\d/.test(text)) return Number(text.replaceAll(',', ''));
  let [whole, part] = [0, 0];
  for (const word of text.toLowerCase().split(/[\s,-]+/)) {
    const factor = FACTORS.get(word);
    if (factor === undefined) {
      // "Half a dozen": the article behind "half" is not counted.
      if (part === 0 || !/^an?$/.test(word)) part += VALUES.get(word) ?? 0;
    } else part = (part || 1) * factor;
    if (factor === 1_000) [whole, part] = [whole + part, 0];
  }
  return whole + part;
}
