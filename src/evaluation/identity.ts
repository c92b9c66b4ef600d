import { grouped } from '../grouped.ts';
import { compareUnits, probabilityOf } from '../ingest/resolve/linkage/compare.ts';
import { resolve } from '../ingest/resolve/linkage/resolve.ts';
import { type Labelled, labelledRows } from './identity-pairs.ts';

/** Quality of the decisions on pairs of one kind. */
interface PairQuality {
  readonly kind: string;
  readonly setAside: boolean;
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs labelled different that were merged. */
  readonly wrongMerges: number;
}

/** Of pairs with a predicted probability around `promised`, the number that are one. */
interface Calibration {
  readonly promised: number;
  readonly pairs: number;
  readonly same: number;
}

export interface IdentityQuality {
  readonly quality: readonly PairQuality[];
  readonly calibration: readonly Calibration[];
  /** Wrong decisions on pairs that are not held out. */
  readonly mistakes: readonly string[];
}

interface Pair {
  readonly a: Labelled;
  readonly b: Labelled;
  readonly same: boolean;
}

function* pairsOf(rows: readonly Labelled[]): Generator<Pair> {
  for (const group of grouped(rows, (row) => row.group).values())
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) yield { a, b, same: a.who === b.who };
}

const share = (part: number, whole: number) =>
  whole === 0 ? 1 : Math.round((1_000 * part) / whole) / 1_000;

function qualityOf(
  kind: string,
  setAside: boolean,
  pairs: readonly Pair[],
  isOne: (pair: Pair) => boolean,
  across: number,
): PairQuality {
  const found = pairs.filter(isOne);
  const right = found.filter(({ same }) => same).length;
  const all = pairs.filter(({ same }) => same).length;
  const precision = share(right, found.length + across);
  const recall = share(right, all);
  const f1 = share(2 * precision * recall, precision + recall);
  const wrongMerges = found.length - right + across;
  return { kind, setAside, pairs: pairs.length, precision, recall, f1, wrongMerges };
}

const KINDS = ['Person', 'Organisation', 'WeaponSystem'];
const BINS = 10;

function calibrationOf(pairs: readonly Pair[]): Calibration[] {
  const bins = Array.from({ length: BINS }, (_, at) => ({
    promised: (at + 0.5) / BINS,
    pairs: 0,
    same: 0,
  }));
  for (const { a, b, same } of pairs) {
    const chance = probabilityOf(compareUnits(a.unit, b.unit).score);
    const bin = bins[Math.min(BINS - 1, Math.floor(chance * BINS))]!;
    bin.pairs++;
    if (same) bin.same++;
  }
  return bins;
}

/**
 * Resolves all labelled rows at once, and counts right decisions on their pairs; a merge across
 * groups counts as wrong.
 */
export function evaluateIdentity(rows: readonly Labelled[] = labelledRows()): IdentityQuality {
  const { entityOf } = resolve(
    rows.map(({ unit }) => unit),
    [],
  );
  const entity = ({ unit }: Labelled) => entityOf.get(unit.id);
  const isOne = ({ a, b }: Pair) => entity(a) === entity(b);
  const pairs = [...pairsOf(rows)];
  const across = (kind: string, setAside: boolean) => {
    const firstOf = new Map<string | undefined, string>();
    let merged = 0;
    for (const row of rows) {
      const group = firstOf.get(entity(row)) ?? row.group;
      firstOf.set(entity(row), group);
      if (group !== row.group && row.kind === kind && row.setAside === setAside) merged++;
    }
    return merged;
  };
  const quality = [false, true].flatMap((setAside) =>
    KINDS.map((kind) =>
      qualityOf(
        kind,
        setAside,
        pairs.filter(({ a }) => a.kind === kind && a.setAside === setAside),
        isOne,
        across(kind, setAside),
      ),
    ),
  );
  const mistakes = pairs
    .filter((pair) => !pair.a.setAside && isOne(pair) !== pair.same)
    .map(({ a, b, same }) => {
      const { score, reasons } = compareUnits(a.unit, b.unit);
      const why = reasons.map(({ feature, weight }) => `${feature} ${weight}`).join(', ');
      return `${same ? 'left apart' : 'made one'}: ${a.unit.names[0]} / ${b.unit.names[0]} (${a.group}): ${score} = ${why}`;
    });
  return { quality, calibration: calibrationOf(pairs.filter(({ a }) => !a.setAside)), mistakes };
}
