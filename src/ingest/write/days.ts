import type { FuzzyDate } from '../../model/dates.ts';
import { MODALITIES, type Modality } from '../../model/kinds.ts';

/** First and last day of publication; null where none is dated. */
interface Seen {
  readonly first: FuzzyDate | null;
  readonly last: FuzzyDate | null;
}

/** First and last day by modality. */
export type Days = Readonly<Partial<Record<Modality, Seen>>>;

interface Dated {
  readonly modality: Modality;
  readonly publishedOn: FuzzyDate | null;
}

function seenIn(dates: readonly (FuzzyDate | null)[]): Seen {
  const sorted = dates.filter((date) => date !== null).sort();
  return { first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
}

/** The days of each modality that has any, in a fixed order, so that equal days give equal JSON. */
function ofEach(datesOf: (modality: Modality) => readonly (FuzzyDate | null)[]): Days {
  const seen = MODALITIES.map((modality) => [modality, seenIn(datesOf(modality))] as const);
  return Object.fromEntries(seen.filter(([, { first }]) => first !== null));
}

/** The days on which some statements were published. */
export const daysOf = (said: readonly Dated[]): Days =>
  ofEach((each) =>
    said.filter(({ modality }) => modality === each).map(({ publishedOn }) => publishedOn),
  );

/** The days of two sets of statements together. */
export const joined = (a: Days, b: Days): Days =>
  ofEach((each) => [a[each], b[each]].flatMap((seen) => [seen?.first ?? null, seen?.last ?? null]));

/** Whether withdrawn statements may have been the only ones of a first or last day. */
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
