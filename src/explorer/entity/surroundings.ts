import type { NamedData, TieData } from '../../pages/operations/parts.ts';
import type { SurroundingsData } from '../../pages/operations/picture.ts';
import { spanOf } from '../../pages/when.ts';
import { verbOf, verbOut } from '../../pages/words.ts';
import type { LayoutInput, Line, Size } from '../picture/drawn.ts';
import type { Bar, Years } from './years.ts';

/** Default and greatest number of entities around one; more are hard to distinguish. */
export const AROUND = 30;
export const NODES_MAX = 60;

type Tied = SurroundingsData['relationships'][number];

/** A relationship with its full ends, as dates and words need them; null without both. */
function whole(tie: Tied, entities: ReadonlyMap<string, NamedData>): TieData | null {
  const [source, target] = [entities.get(tie.source.id), entities.get(tie.target.id)];
  return source && target ? ({ ...tie, source, target } as unknown as TieData) : null;
}

export interface Surroundings {
  readonly entities: ReadonlyMap<string, NamedData>;
  readonly ties: readonly TieData[];
  /** Number of neighbours that are not among them. */
  readonly omitted: number;
  /** Number of them that could still be drawn. */
  readonly more: number;
}

export function surroundingsOf(
  data: SurroundingsData,
  focus: string,
  around: number,
): Surroundings {
  const beside = new Set(
    data.relationships.flatMap(({ source, target }) =>
      source.id === focus ? [target.id] : target.id === focus ? [source.id] : [],
    ),
  );
  const near = data.entities.filter(({ id }) => beside.has(id));
  const kept = [
    ...data.entities.filter(({ id }) => id === focus),
    ...near.slice(0, around),
    ...data.entities.filter(({ id }) => id !== focus && !beside.has(id)),
  ].slice(0, NODES_MAX);
  const entities = new Map(kept.map((entity) => [entity.id, entity]));
  const ties = data.relationships.flatMap((tie) => whole(tie, entities) ?? []);
  const more = Math.max(0, near.length - around);
  return { entities, ties, omitted: data.omitted + more, more };
}

export const layoutOf = (
  { entities, ties }: Surroundings,
  focus: string,
  size: Size,
): LayoutInput => ({
  nodes: [...entities.values()].map(({ id, name, __typename }) => ({ id, name, kind: __typename })),
  links: ties.map(({ source, target }) => ({ source: source.id, target: target.id })),
  focus,
  size,
});

export const linesOf = ({ ties }: Surroundings, focus: string): Line[] =>
  ties.map((tie) => ({
    id: tie.id,
    source: tie.source.id,
    target: tie.target.id,
    words: tie.target.id === focus ? verbOf(tie, tie.target.id) : verbOut(tie.type),
    unsure: tie.modality !== 'asserted',
  }));

/** Bars of the dated relationships of the focus, newest first. */
export const barsOf = ({ ties }: Surroundings, focus: string): Bar[] =>
  ties
    .filter(({ source, target }) => source.id === focus || target.id === focus)
    .flatMap((tie) => {
      const span = spanOf(tie);
      const other = tie.source.id === focus ? tie.target : tie.source;
      if (!span) return [];
      const words = verbOf(tie, focus);
      return [{ id: tie.id, name: other.name, words, kind: other.__typename, span }];
    })
    .sort((a, b) => b.span.from.localeCompare(a.span.from) || a.id.localeCompare(b.id));

/** Whether a period overlaps the years; an undated one does not. */
export function inYears(from: string | undefined, to: string | null | undefined, years: Years) {
  if (years.from === null && years.to === null) return true;
  if (!from) return false;
  const first = Number(from.slice(0, 4));
  const last = to === null ? Number.POSITIVE_INFINITY : Number((to ?? from).slice(0, 4));
  return first <= (years.to ?? Number.POSITIVE_INFINITY) && last >= (years.from ?? 0);
}

/** Neighbours of the focus without a relationship to it in the chosen years. */
export function faintOf({ ties }: Surroundings, focus: string, years: Years): Set<string> {
  const beside = ties.flatMap((tie) => {
    const { source, target } = tie;
    if (source.id !== focus && target.id !== focus) return [];
    const span = spanOf(tie);
    const within = inYears(span?.from, span ? span.to : undefined, years);
    return [{ other: source.id === focus ? target.id : source.id, within }];
  });
  const within = new Set(beside.filter((one) => one.within).map(({ other }) => other));
  return new Set(beside.map(({ other }) => other).filter((id) => !within.has(id)));
}
