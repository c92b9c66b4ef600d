import { position, type Span } from '../../pages/when.ts';
import type { Kind } from '../../pages/words.ts';

export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly kind: Kind;
  readonly span: Span;
}

/** The chosen years; null for an open end. */
export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

/** The years of a picture; `last` is exclusive. */
export interface Scale {
  readonly first: number;
  readonly last: number;
}

const MARKS = 10;
/** Years between two marks, as people count them. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100];

export function scaleOf(bars: readonly Bar[]): Scale {
  const all = bars.flatMap(({ span }) => [
    position(span.from),
    position(span.to ?? span.from, true),
  ]);
  return { first: Math.floor(Math.min(...all)), last: Math.ceil(Math.max(...all)) + 1 };
}

/** Position of a year, in per cent of the width. */
export const share = (year: number, { first, last }: Scale): number =>
  Math.min(100, Math.max(0, ((year - first) / (last - first)) * 100));

/** Labelled years, few enough not to overlap. */
export function marksOf({ first, last }: Scale): number[] {
  const step = STEPS.find((years) => (last - first) / years <= MARKS) ?? last - first;
  return Array.from({ length: last - first }, (_, i) => first + i).filter(
    (year) => year % step === 0,
  );
}
