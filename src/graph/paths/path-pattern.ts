import type { RelationshipType } from '../../model/relationships.ts';
import type { Scope } from '../compile/field.ts';
import { edgeFilter, followed } from '../compile/filter/edge-filter.ts';
import { ANY_TYPE, labelsAt, typesAt } from '../held.ts';

export const PATH_LENGTH_MAX = 6;
export const THROUGH_MAX = 2;

/** The properties of a step that these read. */
export const MEASURED = ['confidence', 'sourceCount', 'lastSeen'];

/** What a path may be ranked by: its length, or the lowest value of this over its steps. */
export const PATH_MEASURES = {
  LENGTH: () => 'null',
  WEAKEST_LINK: (step: string) => `${step}.confidence`,
  SOURCES: (step: string) => `${step}.sourceCount`,
  RECENCY: (step: string) => `coalesce(${step}.lastSeen, '')`,
} as const;
export type PathRank = keyof typeof PATH_MEASURES;

/** Most shortest paths that are read; each combination of parallel relationships is one path. */
const SHORTEST_MAX = 40;
/** Relationship types as Cypher accepts them: only as text, hence only from the vocabulary. */
export function typeList(types: readonly RelationshipType[] | null | undefined): string {
  return types && types.length > 0 ? types.join('|') : ANY_TYPE;
}

type Arguments = Pick<Scope, 'param' | 'value' | 'at' | 'known'>;

const longestOf = ({ value }: Arguments) =>
  Math.trunc(Math.min(PATH_LENGTH_MAX, Math.max(1, Number(value('maxLength')))));
const throughOf = ({ value }: Arguments) =>
  ((value('through') as string[] | null | undefined) ?? []).slice(0, THROUGH_MAX);
const typesOf = ({ value, at }: Arguments) =>
  typesAt(typeList(value('types') as RelationshipType[] | null), at);

/** A part of a path between two stops. */
interface Stretch {
  readonly longest?: number;
  /** Cypher expressions for the ids of the other ends and stops, which this part must not pass. */
  readonly never?: readonly string[];
}

/** Cypher expressions for the lists of ids that a path, or a part of it, must not pass. */
const passedBy = (args: Arguments, never: readonly string[]): string[] => [
  ...(args.value('avoid') == null ? [] : [args.param('avoid')]),
  ...(never.length > 0 ? [`[${never.join(', ')}]`] : []),
];

/** A match of one shortest path, or of all of them, by a search from both ends. */
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

/** Whether one path without stops is asked for. A search for one takes half the time. */
export const isOnePath = (args: Arguments) =>
  Number(args.value('first')) === 1 && throughOf(args).length === 0;

/** Cypher that binds `path` to a shortest path, and `steps` to its surest relationships. */
export function onePath(a: string, b: string, args: Arguments): string {
  const { where, summary } = followed('r', args, ['confidence']);
  return `${shortestMatch('path', a, b, args, 'shortestPath')}
CALL (path) {
  UNWIND range(0, length(path) - 1) AS at
  WITH at, nodes(path)[at] AS x, nodes(path)[at + 1] AS y
  MATCH (x)-[r:${typesOf(args)}]-(y) ${where}
  WITH at, r, ${summary} AS summary ORDER BY at, summary.confidence DESC, r.id
  WITH at, head(collect(r)) AS surest ORDER BY at
  RETURN collect(surest) AS steps
}`;
}

const comesByNoneTwice = (nodes: string) =>
  `all(i IN range(0, size(${nodes}) - 1) WHERE NOT ${nodes}[i] IN ${nodes}[i + 1..])`;

/**
 * A match of the first `count` trails from `a` to `b`, from which the wanted ones are picked. The
 * conditions are inside the pattern, so that a trail that breaks one is not walked to its end. The
 * pattern is unbounded and the length is tested behind it: a bounded pattern keeps the distance of
 * every step, and took five times as long near hubs.
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

/** Most alternatives for each part, by number of stops: three parts are combined from fewer. */
const PARTS_MAX = [SHORTEST_MAX, SHORTEST_MAX, 12] as const;
const TRAILS_MAX = 20;

/**
 * Cypher that binds `candidates` and `more` to paths by way of the stops. Each part is searched by
 * itself, from both its ends, and passes no other end or stop; then the parts are joined. One
 * pattern over all parts took ten seconds near hubs. Parts longer than necessary are searched only
 * when the shortest are short enough together and pass the same entity.
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
      ...stops.map((stop, at) => `MATCH (stop${at}:${labelsAt('Entity', args.at)} {id: ${stop}})`),
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

/** Cypher that binds `steps` to the relationships of some shortest paths, with fewest reads. */
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
 * be others. The shortest paths are found in a few milliseconds from both ends. Longer ones are
 * searched only when those are too few, because that may read much of the graph. Number and length
 * are literals, because Cypher accepts no parameters there; both are clamped.
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
