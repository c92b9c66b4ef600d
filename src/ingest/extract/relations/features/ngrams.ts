import { hash, hashOn } from '../model/scorers.ts';

const [ONE, TWO_AB, TWO_BA, THREE] = ['between=', 'between2=ab ', 'between2=ba ', 'between3='].map(
  hash,
) as [number, number, number, number];
const [AHEAD, BEHIND] = [hash('ahead='), hash('behind=')];

/** Textual order of the two mentions of a pair. */
export type Order = 'ab' | 'ba';

/** Continues a hash with labels[from..to), as if joined by spaces. */
export function hashJoined(
  state: number,
  labels: readonly string[],
  from = 0,
  to = labels.length,
): number {
  let value = state;
  for (let at = from; at < to; at++) {
    if (at > from) value = hashOn(value, ' ');
    value = hashOn(value, labels[at]!);
  }
  return value;
}

/**
 * N-gram features of the labels between, before and behind two mentions, computed once because most
 * pairs of a sentence share them.
 */
export class Grams {
  private readonly labels: readonly string[];
  private readonly ones: number[] = [];
  private readonly twos: Record<Order, number[]> = { ab: [], ba: [] };
  private readonly threes: number[] = [];
  private readonly before: number[] = [];
  private readonly after: number[] = [];

  constructor(labels: readonly string[]) {
    this.labels = labels;
  }

  /** Appends uni-, bi- and trigrams that end at labels[from..to). */
  between(order: Order, from: number, to: number, into: number[]): void {
    const { labels, ones, threes } = this;
    const twos = this.twos[order];
    const two = order === 'ab' ? TWO_AB : TWO_BA;
    for (let at = from; at < to; at++) {
      ones[at] ??= hashOn(ONE, labels[at]!);
      into.push(ones[at]!);
      if (at === from) {
        into.push(hashOn(hashOn(two, '^ '), labels[at]!));
        continue;
      }
      twos[at] ??= hashJoined(two, labels, at - 1, at + 1);
      into.push(twos[at]!);
      if (at === from + 1) into.push(hashJoined(hashOn(THREE, '^ '), labels, at - 1, at + 1));
      else {
        threes[at] ??= hashJoined(THREE, labels, at - 2, at + 1);
        into.push(threes[at]!);
      }
    }
  }

  ahead(from: number, to: number, into: number[]): void {
    for (let at = from; at < to; at++) {
      this.before[at] ??= hashOn(AHEAD, this.labels[at]!);
      into.push(this.before[at]!);
    }
  }

  behind(from: number, to: number, into: number[]): void {
    for (let at = from; at < to; at++) {
      this.after[at] ??= hashOn(BEHIND, this.labels[at]!);
      into.push(this.after[at]!);
    }
  }
}
