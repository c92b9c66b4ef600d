import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import type { Scope } from './field.ts';
import { edgeHolds } from './holds.ts';

export const PATH_LENGTH_MAX = 6;
export const THROUGH_MAX = 2;

/** What a path may be ranked by: its length, or the least of this over its steps `r`. */
export const PATH_MEASURES = {
  LENGTH: 'null',
  WEAKEST_LINK: 'r.confidence',
  SOURCES: 'r.sourceCount',
  RECENCY: "coalesce(r.lastSeen, '')",
} as const;
export type PathRank = keyof typeof PATH_MEASURES;

/** Shortest paths that are looked at: several edges between the same two entities are one path each. */
const SHORTEST_MAX = 40;
/** Types, as Cypher takes them: only as text, so only from the vocabulary. */
export function typeList(types: readonly RelationshipType[] | null | undefined): string {
  return (types && types.length > 0 ? types : RELATIONSHIP_TYPES).join('|');
}

type Arguments = Pick<Scope, 'param' | 'value'>;

const longestOf = ({ value }: Arguments) =>
  Math.trunc(Math.min(PATH_LENGTH_MAX, Math.max(1, Number(value('maxLength')))));
const throughOf = ({ value }: Arguments) =>
  ((value('through') as string[] | null | undefined) ?? []).slice(0, THROUGH_MAX);
const typesOf = ({ value }: Arguments) => typeList(value('types') as RelationshipType[] | null);

/** One path that is as short as any, or all of them: a search from both ends. */
function shortestMatch(
  path: string,
  a: string,
  b: string,
  args: Arguments,
  search: 'shortestPath' | 'allShortestPaths' = 'allShortestPaths',
): string {
  const avoid =
    args.value('avoid') == null
      ? ''
      : ` AND none(n IN nodes(${path}) WHERE n.id IN ${args.param('avoid')})`;
  return `MATCH ${path} = ${search}((${a})-[:${typesOf(args)}*..${longestOf(args)}]-(${b}))
WHERE all(r IN relationships(${path}) WHERE ${edgeHolds('r', args).join(' AND ')})${avoid}`;
}

/** Whether one path is asked for, and no stop on the way: then one is looked for, which takes half the time. */
export const isOnePath = (args: Arguments) =>
  Number(args.value('first')) === 1 && throughOf(args).length === 0;

/** Cypher that binds `path` to one of the shortest, and `steps` to the surest relationships along it. */
export function onePath(a: string, b: string, args: Arguments): string {
  return `${shortestMatch('path', a, b, args, 'shortestPath')}
CALL (path) {
  UNWIND range(0, length(path) - 1) AS at
  WITH at, nodes(path)[at] AS x, nodes(path)[at + 1] AS y
  MATCH (x)-[r:${typesOf(args)}]-(y) WHERE ${edgeHolds('r', args).join(' AND ')}
  WITH at, r ORDER BY at, r.confidence DESC, r.id
  WITH at, head(collect(r)) AS surest ORDER BY at
  RETURN collect(surest) AS steps
}`;
}

/** Comes by no entity twice; the shortest never do. */
const isSimple = (path: string) =>
  `all(i IN range(0, length(${path})) WHERE NOT nodes(${path})[i] IN nodes(${path})[i + 1..])`;

/**
 * The first `count` paths from `a` to `b`, longer ones too. Conditions stand inside the pattern, so
 * that a path that does not hold is never walked to its end. Without stops the pattern is unbounded
 * and the length is tested behind it: a bounded one keeps every step's distance apart, and took five
 * times as long where hubs are near.
 */
function trailMatch(path: string, a: string, b: string, args: Arguments, count: number): string {
  const longest = longestOf(args);
  const through = throughOf(args);
  const size = through.length > 0 ? `{1,${longest}}` : '+';
  const stretch = (at: number) => {
    const [x, r, y] = [`x${at}`, `r${at}`, `y${at}`];
    const avoid = args.value('avoid') == null ? [] : [`NOT ${y}.id IN ${args.param('avoid')}`];
    const holds = [...edgeHolds(r, args), ...avoid].join(' AND ');
    return `((${x})-[${r}:${typesOf(args)}]-(${y}) WHERE ${holds})${size}`;
  };
  const stops = through
    .map((_, at) => `(:Entity {id: ${args.param(`through.${at}`)}}) ${stretch(at + 1)} `)
    .join('');
  return `MATCH ${path} = SHORTEST ${count} (${a}) ${stretch(0)} ${stops}(${b})
WHERE length(${path}) <= ${longest} AND ${isSimple(path)}`;
}

/** One path by way of the stops, or without stops some of the shortest: the least that has to be read. */
export function anyPathMatch(path: string, a: string, b: string, args: Arguments): string {
  return throughOf(args).length > 0
    ? trailMatch(path, a, b, args, 1)
    : `${shortestMatch(path, a, b, args)}
WITH ${path} LIMIT ${SHORTEST_MAX}`;
}

/**
 * Cypher that binds `candidates`, a list of paths, and `more`, whether there may be others. The
 * shortest are found in a few milliseconds from both ends; longer ones are only looked for when
 * those are too few, because that may read a good part of the graph. How many and how long are
 * literals, because Cypher takes them only so; both are clamped.
 */
export function pathCandidates(a: string, b: string, args: Arguments): string {
  const first = Math.trunc(Math.min(SHORTEST_MAX, Math.max(1, Number(args.value('first')))));
  const count = 2 * first + 2;
  const longer = trailMatch('p', a, b, args, count).replaceAll('\n', '\n  ');
  if (throughOf(args).length > 0)
    return `CALL (${a}, ${b}) {
  ${longer}
  RETURN collect(p) AS candidates
}
WITH *, size(candidates) >= ${count} AS more`;
  return `CALL (${a}, ${b}) {
  ${shortestMatch('p', a, b, args).replaceAll('\n', '\n  ')}
  WITH p LIMIT ${SHORTEST_MAX}
  RETURN collect(p) AS shortest
}
WITH *, size(shortest) > 0 AND length(head(shortest)) < ${longestOf(args)} AS mayBeLonger
CALL (${a}, ${b}, shortest, mayBeLonger) {
  WITH * WHERE mayBeLonger AND size(shortest) < ${first}
  ${longer}
  RETURN collect(p) AS longer
}
WITH *, CASE WHEN size(longer) > 0 THEN longer ELSE shortest END AS candidates,
     CASE WHEN size(longer) > 0 THEN size(longer) >= ${count} ELSE mayBeLonger OR size(shortest) >= ${SHORTEST_MAX} END AS more`;
}
