import { Groups } from '../groups.ts';
import type { Judged } from './unit.ts';

export const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** What people decided, with what follows from it: whoever is the same as one is apart from whom that is. */
export class Judgements {
  /** Pairs that are one; "different" holds against "same" of others. */
  readonly same: readonly (readonly [string, string])[];
  readonly #verdicts = new Map<string, Judged['verdict']>();
  readonly #one = new Groups();
  readonly #apart = new Map<string, string[]>();

  /** @param isKnown whether there is a unit of an id */
  constructor(judged: readonly Judged[], isKnown: (id: string) => boolean) {
    for (const { left, right, verdict } of judged) {
      this.#verdicts.set(pairOf(left, right), verdict);
      if (verdict !== 'different') continue;
      this.#apart.set(left, [...(this.#apart.get(left) ?? []), right]);
      this.#apart.set(right, [...(this.#apart.get(right) ?? []), left]);
    }
    this.same = judged
      .filter(({ left, right, verdict }) => verdict === 'same' && isKnown(left) && isKnown(right))
      .map(({ left, right }) => [left, right].sort() as [string, string])
      .sort((a, b) => (pairOf(...a) < pairOf(...b) ? -1 : 1))
      .filter(([left, right]) => {
        if (this.areApart(left, right)) return false;
        this.#one.join(left, right);
        return true;
      });
  }

  /** Whether people decided on just these two. */
  isDecided(a: string, b: string): boolean {
    const verdict = this.#verdicts.get(pairOf(a, b));
    return verdict === 'same' || verdict === 'different';
  }

  areOne(a: string, b: string): boolean {
    return this.#one.find(a) === this.#one.find(b);
  }

  areApart(a: string, b: string): boolean {
    if (this.#apart.size === 0) return false;
    return this.#one
      .membersOf(a)
      .some((one) => (this.#apart.get(one) ?? []).some((other) => this.areOne(other, b)));
  }
}
