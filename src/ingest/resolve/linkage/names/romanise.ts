import anyAscii from 'any-ascii';
import { foldText } from '../../../../model/ids.ts';
import { remembered } from '../../../../remembered.ts';

/** Whether a name has letters of a non-Latin script. */
export const isForeign = (name: string): boolean => /[^\P{L}\p{Script=Latin}]/u.test(name);

/** The name in Latin letters; each Chinese or Korean character becomes a word. */
export const inLatin = (name: string): string =>
  isForeign(name)
    ? anyAscii(name)
        .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, ' ')
        .replace(/'/g, '')
    : name;

/** Lower-case Latin letters and digits, with single spaces between words. */
export function romanised(name: string): string {
  return foldText(inLatin(name))
    .replace(/['’ʼ`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Letters that systems of transliteration write differently. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|zh|ch|tch|cz|sz/g, 's'],
  [/ph/g, 'f'],
  [/kh|gh|q|ck|g|c/g, 'k'],
  [/th|dh|d/g, 't'],
  [/ts|tz|z|x/g, 's'],
  [/w/g, 'v'],
  [/b/g, 'p'],
  [/m(?=[bptd])/g, 'n'],
];

function skeletonOf(word: string): string {
  let sound = word;
  for (const [pattern, letter] of SAME_SOUND) sound = sound.replace(pattern, letter);
  const first = /^[aeiou]/.test(sound) ? 'a' : '';
  return `${first}${sound.replace(/(.)\1+/g, '$1').replace(/[aeiouyjh]/g, '')}`;
}

/** Most words whose skeletons are cached. */
const WORDS_KEPT = 50_000;
/**
 * What all transliterations of a word share: its consonants by sound, without repetition.
 * "Zelenskyy", "Zelenskiy" and "Zelensky" are `slnsk`, "Mohammed" and "Muhammad" are `mmt`.
 */
export const skeleton = remembered(skeletonOf, WORDS_KEPT);

/** The skeleton of a word, or the word itself where that says too little. */
export function soundOf(word: string): string {
  const sound = skeleton(word.replaceAll(' ', ''));
  return sound.length > 1 ? sound : word;
}

/** Levenshtein distance; any value above `most` only means that it is greater. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        next[j - 1]! + 1,
        row[j]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length]!;
}

/** Most letters in which two transliterations may differ: a third of them, 1 to 3. */
const spellingMax = (a: string, b: string) =>
  Math.min(3, Math.max(1, Math.floor(Math.max(a.length, b.length) / 3)));

/** Whether two words that share a skeleton differ by few letters. */
export function spellAlike(a: string, b: string): boolean {
  const most = spellingMax(a, b);
  return distance(a, b, most) <= most;
}

/**
 * Whether two words may be transliterations of one name.
 * @param foreign one of them was in another script, which may not write vowels
 */
export function soundsAlike(a: string, b: string, foreign = false): boolean {
  if (!foreign && Math.abs(a.length - b.length) > spellingMax(a, b)) return false;
  const sound = skeleton(a);
  return sound.length > 1 && sound === skeleton(b) && (foreign || spellAlike(a, b));
}
