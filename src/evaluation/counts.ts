/** Counts of predictions against labels. */
export interface Counts {
  right: number;
  /** Predicted but not labelled. */
  wrong: number;
  /** Labelled but not predicted. */
  missed: number;
}

/** Counts by kind, type or property. */
export type Tally = Map<string, Counts>;

export const none = (): Counts => ({ right: 0, wrong: 0, missed: 0 });

export function note(tally: Tally, key: string, ...outcomes: readonly (keyof Counts)[]): void {
  const counts = tally.get(key) ?? none();
  for (const outcome of outcomes) counts[outcome]++;
  tally.set(key, counts);
}

export function addCounts(all: Iterable<Counts>): Counts {
  const sum = none();
  for (const { right, wrong, missed } of all) {
    sum.right += right;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return sum;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const keys = new Set(tallies.flatMap((tally) => [...tally.keys()]));
  return new Map(
    [...keys].sort().map((key) => [key, addCounts(tallies.map((one) => one.get(key) ?? none()))]),
  );
}

export interface Ratios {
  /** Share of predictions that are right, 0..1; 0 without predictions. */
  readonly precision: number;
  /** Share of labels that were predicted, 0..1; 0 without labels. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

export function ratiosOf({ right, wrong, missed }: Counts): Ratios {
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    precision: ratio(right, right + wrong),
    recall: ratio(right, right + missed),
    f1: ratio(2 * right, 2 * right + wrong + missed),
  };
}
