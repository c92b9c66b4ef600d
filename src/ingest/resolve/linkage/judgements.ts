import { Groups } from '../groups.ts';
import type { Judged } from './unit.ts';

export const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Judgements and what follows: whoever is the same as one differs from all who differ from it. */
export class Judgements {
  /** Pairs judged the same, unless others judged them different. */
  readonly same: readonly (readonly [string, string])[];
  readonly #verdicts = new Map<string, Judged['verdict']>();
  readonly #one = new Groups();
  readonly #apart = new Map<string, string[]>();

  /** @param isKnown whether a unit has this id */
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

  /** Whether people judged this very pair. */
  isDecided(a: string, b: string): boolean {
    const verdict = this.#verdicts.get(pairOf(a, b));
    return verdict === 'same' || verdict === 'different';
  }

  /** Units of which people judged that they are one with another, itself included. */
  judgedSame(id: string): readonly string[] {
    return this.#one.membersOf(id);
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
