import type { PropertyData } from './operations/entity.ts';

/** Stages of a sale, from first to last. */
const RUNGS = ['rumoured', 'proposed', 'approved', 'contracted', 'delivered', 'cancelled'] as const;

export interface Rung {
  readonly stage: string;
  /** The first document that states it; null where none does. */
  readonly told: PropertyData | null;
  /** Whether it is the sale's present stage. */
  readonly current: boolean;
}

/** Undated documents come last, because their time is unknown. */
const dateOf = ({ document: { publishedOn } }: PropertyData): string => publishedOn ?? '9999';

/**
 * The stages that a sale has passed, each with the first document that states it. Stages below the
 * furthest are included even if no document states them; a merely planned stage is not.
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
