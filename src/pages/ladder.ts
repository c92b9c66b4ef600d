import type { PropertyData } from './operations/entity.ts';

/** How far a sale may be, from the first rung to the last. */
const RUNGS = ['rumoured', 'proposed', 'approved', 'contracted', 'delivered', 'cancelled'] as const;

export interface Rung {
  readonly stage: string;
  /** The first that tells of it; null where no document does. */
  readonly told: PropertyData | null;
  /** Whether the sale is on it now. */
  readonly current: boolean;
}

/** Undated documents come last: when they were written is not known. */
const dateOf = ({ document: { publishedOn } }: PropertyData): string => publishedOn ?? '9999';

/**
 * The rungs that a sale has stood on, each with the document that told of it first. A rung below the
 * furthest that nobody told of stands in between; a rung that is only planned is not reached.
 */
export function ladderOf(said: readonly PropertyData[], stage: string | null): Rung[] {
  const first = (rung: string): PropertyData | null =>
    said
      .filter(
        ({ property, value, modality }) =>
          property === 'stage' && value === rung && modality === 'asserted',
      )
      .sort((a, b) => dateOf(a).localeCompare(dateOf(b)))[0] ?? null;
  const all = RUNGS.map((rung) => ({ stage: rung, told: first(rung), current: rung === stage }));
  const known = all.filter(({ told, current }) => told !== null || current);
  const [from, to] = [known[0], known.at(-1)];
  if (!from || !to) return [];
  return all
    .slice(all.indexOf(from), all.indexOf(to) + 1)
    .filter(({ stage: rung, told }) => rung !== 'delivered' || told || stage === 'delivered');
}
