import { RELATIONSHIP_TYPES, type RelationshipType } from '../../model/relationships.ts';
import { edgeFilter } from '../compile/edge-filter.ts';
import type { Scope } from '../compile/field.ts';

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

/** A part of a path by way of stops. */
interface Stretch {
  readonly longest?: number;
  /** Ids, in Cypher, of the other ends and stops: a part comes by none of them. */
  readonly never?: readonly string[];
}

/** Lists of ids, in Cypher, of entities that a path or a part of it may not come by. */
const passedBy = (args: Arguments, never: readonly string[]): string[] => [
  ...(args.value('avoid') == null ? [] : [args.param('avoid')]),
  ...(never.length > 0 ? [`[${never.join(', ')}]`] : []),
];

/** One path that is as short as any, or all of them: a search from both ends. */
function shortestMatch(
  path: string,
  a: string,
  b: string,
  args: Arguments,
  search: 'shortestPath' | 'allShortestPaths' = 'allShortestPaths',
  { longest = longestOf(args), never = [] }: Stretch = {},
): string {
  const holds = [
    `all(r IN relationships(${path}) WHERE ${edgeFilter('r', args).join(' AND ')})`,
    ...passedBy(args, never).map((ids) => `none(n IN nodes(${path}) WHERE n.id IN ${ids})`),
  ];
  return `MATCH ${path} = ${search}((${a})-[:${typesOf(args)}*..${longest}]-(${b}))
WHERE ${holds.join(' AND ')}`;
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
  MATCH (x)-[r:${typesOf(args)}]-(y) WHERE ${edgeFilter('r', args).join(' AND ')}
  WITH at, r ORDER BY at, r.confidence DESC, r.id
  WITH at, head(collect(r)) AS surest ORDER BY at
  RETURN collect(surest) AS steps
}`;
}

const comesByNoneTwice = (nodes: string) =>
  `all(i IN range(0, size(${nodes}) - 1) WHERE NOT ${nodes}[i] IN ${nodes}[i + 1..])`;

/**
 * The first `count` trails from `a` to `b`, longer ones too: those that are wanted are picked from
 * them. Conditions stand inside the pattern, so that a trail that does not hold is never walked to its
 * end. The pattern is unbounded and the length is tested behind it: a bounded one keeps every step's
 * distance apart, and took five times as long where hubs are near.
 */
function trailMatch(
  path: string,
  a: string,
  b: string,
  args: Arguments,
  count: number,
  { never = [] }: Stretch = {},
): string {
  const holds = [
    ...edgeFilter('r', args),
    ...passedBy(args, never).map((ids) => `NOT y.id IN ${ids}`),
  ].join(' AND ');
  return `MATCH ${path} = SHORTEST ${count} (${a}) ((x)-[r:${typesOf(args)}]-(y) WHERE ${holds})+ (${b})`;
}

/** Parts between two stops that are joined with those of the next; three parts are joined of fewer. */
const PARTS_MAX = [SHORTEST_MAX, SHORTEST_MAX, 12] as const;
const TRAILS_MAX = 20;

/**
 * Cypher that binds `candidates` and `more` to paths by way of the stops. Each part is looked for by
 * itself, from both its ends, and comes by no other end or stop; then they are joined. One pattern
 * over all of them took ten seconds where hubs are near. Parts that are longer than need be are only
 * looked for when the shortest would be short enough together and come by the same entity.
 */
function waysThrough(a: string, b: string, args: Arguments): string {
  const stops = throughOf(args).map((_, at) => args.param(`through.${at}`));
  const ids = [args.param('from'), ...stops, args.param('to')];
  const nodes = [a, ...stops.map((_, at) => `stop${at}`), b];
  const parts = stops.map((_, at) => at).concat(stops.length);
  const most = PARTS_MAX[stops.length]!;
  const longest = longestOf(args);
  const joined = (part: (at: number, stretch: Stretch) => string, enough: number) =>
    [
      ...stops.map((stop, at) => `MATCH (stop${at}:Entity {id: ${stop}})`),
      ...parts.map((at) => {
        const never = ids.filter((_, place) => place !== at && place !== at + 1);
        return `CALL (${nodes[at]}, ${nodes[at + 1]}) {
  ${part(at, { longest: Math.max(1, longest - stops.length), never }).replaceAll('\n', '\n  ')}
  RETURN collect(p) AS part${at}
}`;
      }),
      `WITH *, ${parts.map((at) => `size(part${at}) >= ${enough}`).join(' OR ')} AS full,
     coalesce(${parts.map((at) => `length(part${at}[0])`).join(' + ')} <= ${longest}, false) AS hope`,
      `CALL (${parts.map((at) => `part${at}`).join(', ')}) {`,
      ...parts.map((at) => `  UNWIND part${at} AS p${at}`),
      `  WITH ${parts.map((at) => (at === 0 ? 'nodes(p0)' : `tail(nodes(p${at}))`)).join(' + ')} AS nodes, ${parts.map((at) => `relationships(p${at})`).join(' + ')} AS relationships
  WHERE size(relationships) <= ${longest} AND ${comesByNoneTwice('nodes')}
  RETURN collect({nodes: nodes, relationships: relationships}) AS ways
}`,
    ].join('\n');
  const shortest = joined(
    (at, stretch) =>
      `${shortestMatch('p', nodes[at]!, nodes[at + 1]!, args, 'allShortestPaths', stretch)}
WITH p LIMIT ${most}`,
    most,
  );
  const longer = joined(
    (at, stretch) => trailMatch('p', nodes[at]!, nodes[at + 1]!, args, TRAILS_MAX, stretch),
    TRAILS_MAX,
  );
  return `CALL (${a}, ${b}) {
  ${shortest.replaceAll('\n', '\n  ')}
  RETURN head(collect({ways: ways, full: full, hope: hope})) AS short
}
CALL (${a}, ${b}, short) {
  WITH * WHERE size(short.ways) = 0 AND short.hope
  ${longer.replaceAll('\n', '\n  ')}
  RETURN head(collect({ways: ways, full: full})) AS long
}
WITH *, coalesce(long.ways, short.ways, []) AS candidates
WITH *, CASE WHEN long IS NULL
     THEN coalesce(short.full AND short.hope, false) OR any(way IN candidates WHERE size(way.relationships) < ${longest})
     ELSE long.full END AS more`;
}

/** Cypher that binds `steps` to the relationships of some of the shortest paths: the least that has to be read. */
export function anySteps(a: string, b: string, args: Arguments): string {
  return throughOf(args).length > 0
    ? `${waysThrough(a, b, args)}
UNWIND candidates AS way
WITH way.relationships AS steps`
    : `${shortestMatch('p', a, b, args)}
WITH relationships(p) AS steps LIMIT ${SHORTEST_MAX}`;
}

/**
 * Cypher that binds `candidates`, a list of `{nodes, relationships}`, and `more`, whether there may
 * be others. The shortest are found in a few milliseconds from both ends; longer ones are only looked
 * for when those are too few, because that may read a good part of the graph. How many and how long
 * are literals, because Cypher takes them only so; both are clamped.
 */
export function pathCandidates(a: string, b: string, args: Arguments): string {
  const first = Math.trunc(Math.min(SHORTEST_MAX, Math.max(1, Number(args.value('first')))));
  const count = 2 * first + 2;
  if (throughOf(args).length > 0) return waysThrough(a, b, args);
  const way = '{nodes: nodes(p), relationships: relationships(p)}';
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
WITH *, [p IN trails WHERE length(p) <= ${longestOf(args)} AND ${comesByNoneTwice('nodes(p)')}] AS longer
WITH *, [p IN CASE WHEN size(longer) > 0 THEN longer ELSE shortest END | ${way}] AS candidates,
     CASE WHEN size(trails) > 0 THEN size(trails) >= ${count} ELSE mayBeLonger OR size(shortest) >= ${SHORTEST_MAX} END AS more`;
}
