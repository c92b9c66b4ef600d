import type { FuzzyDate } from '../../model/dates.ts';
import { MODALITIES, type Modality } from '../../model/kinds.ts';

/** The first and the last day on which a document said so; null where none is dated. */
interface Seen {
  readonly first: FuzzyDate | null;
  readonly last: FuzzyDate | null;
}

/** The same of each modality that something is told in. */
export type Days = Readonly<Partial<Record<Modality, Seen>>>;

interface Dated {
  readonly modality: Modality;
  readonly publishedOn: FuzzyDate | null;
}

function seenIn(dates: readonly (FuzzyDate | null)[]): Seen {
  const sorted = dates.filter((date) => date !== null).sort();
  return { first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
}

/** Of each modality that has some days, in the order of strength, so that equal days are equal text. */
function ofEach(datesOf: (modality: Modality) => readonly (FuzzyDate | null)[]): Days {
  const seen = MODALITIES.map((modality) => [modality, seenIn(datesOf(modality))] as const);
  return Object.fromEntries(seen.filter(([, { first }]) => first !== null));
}

/** On which days some statements were published. */
export const daysOf = (said: readonly Dated[]): Days =>
  ofEach((each) =>
    said.filter(({ modality }) => modality === each).map(({ publishedOn }) => publishedOn),
  );

/** The days of two sets of statements together. */
export const joined = (a: Days, b: Days): Days =>
  ofEach((each) => [a[each], b[each]].flatMap((seen) => [seen?.first ?? null, seen?.last ?? null]));

/** Whether a first or a last day may have gone with what was taken back. */
export function mayHaveGone(days: Days, before: readonly Dated[], now: readonly Dated[]): boolean {
  const stays = daysOf(now);
  return before.some(({ modality, publishedOn: day }) => {
    const [seen, still] = [days[modality], stays[modality]];
    return (
      day !== null &&
      ((day === seen?.first && day !== still?.first) || (day === seen?.last && day !== still?.last))
    );
  });
}
