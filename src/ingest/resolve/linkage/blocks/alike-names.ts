import { addTo } from '../../../../grouped.ts';
import { partsOf } from '../compare-person.ts';
import { SPELLING_LENGTH } from '../names/alike.ts';
import { isLone, type PersonName, type WrittenName } from '../names/person-name.ts';
import type { Unit } from '../unit.ts';

/** Alike surnames share one: the same word, the same sound, or the half in which no letter differs. */
function keysOf({ joined, sound }: PersonName): string[] {
  const keys = [`=${joined}`];
  if (sound.length > 1) keys.push(`~${sound}`);
  // The other word may have the same number of letters, one more or one less.
  for (const letters of [joined.length, joined.length - 1]) {
    if (letters < SPELLING_LENGTH) continue;
    const half = Math.floor(letters / 2);
    keys.push(`${letters}^${joined.slice(0, half)}`, `${letters}$${joined.slice(half - letters)}`);
  }
  return keys;
}

/**
 * People by their surnames in both orders of words. Half of a large graph shares a given name with
 * somebody, so that comparing a name with all who share a word of it takes the square of its size.
 */
export class AlikeNames {
  readonly #people = new Map<string, Unit[]>();

  constructor(people: readonly Unit[]) {
    for (const unit of people)
      for (const name of partsOf(unit)) {
        for (const key of keysOf(name)) addTo(this.#people, `last ${key}`, unit);
        if (isLone(name)) continue;
        for (const key of keysOf(name.reversed)) {
          addTo(this.#people, `first ${key}`, unit);
          if (name.foreign) addTo(this.#people, `foreign ${key}`, unit);
        }
        addTo(this.#people, `reversed ${name.reversed.given}`, unit);
      }
  }

  /** All to whom `areAlike` may apply, in the orders of words that it tries, and some more. */
  of(names: readonly WrittenName[]): Set<Unit> {
    const keys = names.flatMap((name) => {
      const own = keysOf(name).flatMap((key) => [`last ${key}`, `first ${key}`]);
      if (isLone(name)) return own;
      const both = name.foreign ? 'first' : 'foreign';
      const reversed = keysOf(name.reversed).flatMap((key) => [`last ${key}`, `${both} ${key}`]);
      return [...own, ...reversed, `reversed ${name.reversed.given}`];
    });
    return new Set(keys.flatMap((key) => this.#people.get(key) ?? []));
  }
}
