import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import type { Scope } from './field.ts';
import { edgeHolds } from './holds.ts';

export const PATH_LENGTH_MAX = 6;
export const THROUGH_MAX = 2;

/** How the paths that were found are put in order. */
export const PATH_RANKS = {
  LENGTH: 'path.length, path.weakest DESC, path.ids',
  WEAKEST_LINK: 'path.weakest DESC, path.length, path.ids',
  SOURCES: 'path.sources DESC, path.length, path.weakest DESC, path.ids',
  RECENCY: "coalesce(path.latest, '') DESC, path.length, path.weakest DESC, path.ids",
} as const;
export type PathRank = keyof typeof PATH_RANKS;

/** Candidates of one search: several edges between the same two entities are one path each. */
const CANDIDATES = { LENGTH: 40, other: 200 };

/** Types, as Cypher takes them: only as text, so only from the vocabulary. */
export function typeList(types: readonly RelationshipType[] | null | undefined): string {
  return (types && types.length > 0 ? types : RELATIONSHIP_TYPES).join('|');
}

type Arguments = Pick<Scope, 'param' | 'value'>;

/**
 * A search for paths from `a` to `b`, as a MATCH. Conditions stand inside the pattern, so that a
 * path that does not hold is never walked to its end. How many and how long are literals, because
 * Cypher takes them only so; both are clamped.
 */
export function pathMatch(path: string, a: string, b: string, { param, value }: Arguments): string {
  const rank = (value('rankBy') as PathRank | null) ?? 'LENGTH';
  const longest = Math.trunc(Math.min(PATH_LENGTH_MAX, Math.max(1, Number(value('maxLength')))));
  const through = ((value('through') as string[] | null) ?? []).slice(0, THROUGH_MAX);
  const types = typeList(value('types') as RelationshipType[] | null);
  const hops = (at: number) => {
    const [x, r, y] = [`x${at}`, `r${at}`, `y${at}`];
    const avoid = value('avoid') == null ? [] : [`NOT ${y}.id IN ${param('avoid')}`];
    const holds = [...edgeHolds(r, { param, value }), ...avoid].join(' AND ');
    return `((${x})-[${r}:${types}]-(${y}) WHERE ${holds}){1,${longest}}`;
  };
  const stops = through
    .map((_, at) => `(:Entity {id: ${param(`through.${at}`)}}) ${hops(at + 1)}`)
    .join(' ');
  const candidates = rank === 'LENGTH' ? CANDIDATES.LENGTH : CANDIDATES.other;
  return `MATCH ${path} = SHORTEST ${candidates} (${a}) ${hops(0)} ${stops}${stops && ' '}(${b})
WHERE length(${path}) <= ${longest}`;
}

export function candidatesOf(rank: PathRank): number {
  return rank === 'LENGTH' ? CANDIDATES.LENGTH : CANDIDATES.other;
}
