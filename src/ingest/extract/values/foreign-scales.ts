// Scales of other languages, which stand in English reports as quoted: "R$ 2,5 bilhões", "600 млн".
import { pairsOf, patternOf } from '../../lexicon/word-list.ts';
import { anyOf } from '../../text/pattern.ts';

const FACTORS = pairsOf('values/foreign-scales');
const SMALL = [...FACTORS.keys()].join('|');
const CAPITAL = SMALL.replace(/(^|\|)(\p{Ll})/gu, (_, mark, letter) => mark + letter.toUpperCase());

/** The end of a word in any script. */
export const WORD_ENDS = String.raw`(?![\wÀ-ɏͰ-῿\u3040-\ud7ff])`;

/** Pattern of scales that can be read, and of those that cannot; the pattern around them minds case. */
export const FOREIGN_SCALE = `${anyOf(SMALL, CAPITAL)}${WORD_ENDS}`;
export const OPEN_SCALE = `(?:${patternOf('values/open-scales')})${WORD_ENDS}`;

const EACH = [...FACTORS].map(
  ([pattern, factor]) => [new RegExp(`^(?:${pattern})$`, 'iu'), Number(factor)] as const,
);

/** The factor of a scale of another language; undefined for any other word. */
export function foreignScale(word: string): number | undefined {
  return EACH.find(([pattern]) => pattern.test(word))?.[1];
}
