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

/** Comes by no entity twice and is not too long; the shortest always are so. */
const isWanted = (path: string, args: Arguments) =>
  `length(${path}) <= ${longestOf(args)} AND all(i IN range(0, length(${path})) WHERE NOT nodes(${path})[i] IN nodes(${path})[i + 1..])`;

/** Paths by way of stops that are looked at: some come by an entity twice and are passed over. */
const TRAILS_MAX = 60;

/**
 * The first `count` trails from `a` to `b`, longer ones too: those that are wanted are picked from
 * them. Conditions stand inside the pattern, so that a trail that does not hold is never walked to its
 * end. The pattern is unbounded and the length is tested behind it: a bounded one keeps every step's
 * distance apart, and took five times as long where hubs are near.
 */
function trailMatch(path: string, a: string, b: string, args: Arguments, count: number): string {
  const avoid = args.value('avoid') == null ? [] : [`NOT y.id IN ${args.param('avoid')}`];
  const holds = [...edgeHolds('r', args), ...avoid].join(' AND ');
  return `MATCH ${path} = SHORTEST ${count} (${a}) ((x)-[r:${typesOf(args)}]-(y) WHERE ${holds})+ (${b})`;
}

/**
 * The same by way of the stops. The last step to each stands by itself, so that no other comes by an
 * end or a stop: without this the shortest trails pass by them again and again.
 */
function trailThrough(path: string, a: string, b: string, args: Arguments): string {
  const longest = longestOf(args);
  const stops = throughOf(args).map((_, at) => args.param(`through.${at}`));
  const fixed = [args.param('from'), ...stops, args.param('to')].join(', ');
  const avoided = args.value('avoid') == null ? null : args.param('avoid');
  const stretch = (at: number) => {
    const [x, r, y, last] = [`x${at}`, `r${at}`, `y${at}`, `s${at}`];
    const away = [`NOT ${y}.id IN [${fixed}]`, ...(avoided ? [`NOT ${y}.id IN ${avoided}`] : [])];
    const types = typesOf(args);
    return `((${x})-[${r}:${types}]-(${y}) WHERE ${[...edgeHolds(r, args), ...away].join(' AND ')}){0,${longest - 1}} ()-[${last}:${types} WHERE ${edgeHolds(last, args).join(' AND ')}]-`;
  };
  const by = stops.map((stop, at) => `(:Entity {id: ${stop}}) ${stretch(at + 1)}`).join('');
  const allowed = avoided
    ? `\nWHERE none(id IN [${[...stops, args.param('to')].join(', ')}] WHERE id IN ${avoided})`
    : '';
  return `MATCH ${path} = SHORTEST ${TRAILS_MAX} (${a}) ${stretch(0)}${by}(${b})${allowed}`;
}

/** Some of the shortest paths, by way of the stops if there are any: the least that has to be read. */
export function anyPathMatch(path: string, a: string, b: string, args: Arguments): string {
  return throughOf(args).length > 0
    ? `${trailThrough(path, a, b, args)}
WITH ${path} WHERE ${isWanted(path, args)}`
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
  const wanted = (trails: string) => `[p IN ${trails} WHERE ${isWanted('p', args)}]`;
  if (throughOf(args).length > 0)
    return `CALL (${a}, ${b}) {
  ${trailThrough('p', a, b, args).replaceAll('\n', '\n  ')}
  RETURN collect(p) AS trails
}
WITH *, ${wanted('trails')} AS candidates, size(trails) >= ${TRAILS_MAX} AS more`;
  return `CALL (${a}, ${b}) {
  ${shortestMatch('p', a, b, args).replaceAll('\n', '\n  ')}
  WITH p LIMIT ${SHORTEST_MAX}
  RETURN collect(p) AS shortest
}
WITH *, size(shortest) > 0 AND length(head(shortest)) < ${longestOf(args)} AS mayBeLonger
CALL (${a}, ${b}, shortest, mayBeLonger) {
  WITH * WHERE mayBeLonger AND size(shortest) < ${first}
  ${trailMatch('p', a, b, args, count)}
  RETURN collect(p) AS trails
}
WITH *, ${wanted('trails')} AS longer
WITH *, CASE WHEN size(longer) > 0 THEN longer ELSE shortest END AS candidates,
     CASE WHEN size(trails) > 0 THEN size(trails) >= ${count} ELSE mayBeLonger OR size(shortest) >= ${SHORTEST_MAX} END AS more`;
}
