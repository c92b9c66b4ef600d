import { toInteger } from '../../db/integer.ts';
import { argumentScope } from '../compile/argument-scope.ts';
import { followed } from '../compile/filter/edge-filter.ts';
import type { Graph } from '../graph.ts';
import { ANY_TYPE, labelsAt, typesAt } from '../held.ts';
import { asKnown } from '../known.ts';
import { type BestPaths, bestPaths, type Ends, type Measure, type Step } from './best-paths.ts';
import { anySteps, MEASURED, PATH_MEASURES, type PathRank, typeList } from './path-pattern.ts';

type PathArguments = Readonly<Record<string, unknown>>;

/** Most entities whose steps are read in one go, for each end and each stop. */
const GROWN_MAX = 60;
/** Most steps that are read of one entity, the best first. */
const STEPS_MAX = 50;
/** Most relationships of an entity that is grown; larger ones are reached from neighbours. */
const PRICE_MAX = 5_000;
/** Most entities, of those in `cut` and of the others, that are searched for missing steps. */
const CLOSED_MAX = 20;
const KNOWN_MAX = 120;

/** `[from, to, id, measure, confidence, price of to]` */
type Tie = readonly [string, string, string, Measure, number, number];

/** The part of the graph that was read for one search. */
class Surroundings {
  readonly ties = new Map<string, Map<string, Step>>();
  /** Number of relationships by entity. */
  readonly prices = new Map<string, number>();
  /** Entities whose steps were read (`grown`), or left out wholly or in part (`cut`). */
  readonly grown = new Set<string>();
  readonly cut = new Set<string>();

  add([from, to, id, measure, confidence, price]: Tie): void {
    this.prices.set(to, price);
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const steps = this.ties.get(a) ?? new Map<string, Step>();
      this.ties.set(a, steps);
      const known = steps.get(b);
      const better =
        !known ||
        known.measure < measure ||
        (known.measure === measure &&
          (known.confidence < confidence || (known.confidence === confidence && id < known.id)));
      if (better) steps.set(b, { id, measure, confidence });
    }
  }

  /**
   * The entities within `steps` steps of `end` that are to be grown next, the best tied first, at
   * most `GROWN_MAX`. Those with more than `PRICE_MAX` relationships are put in `cut` instead.
   */
  next(end: string, steps: number): string[] {
    let edge = new Map<string, Measure | undefined>([[end, undefined]]);
    const worth = new Map(edge);
    for (let step = 0; step < steps; step++) {
      const beyond = new Map<string, Measure>();
      for (const [id, so] of edge)
        for (const [other, { measure }] of this.ties.get(id) ?? []) {
          const least = so === undefined || measure < so ? measure : so;
          const known = beyond.get(other) ?? worth.get(other);
          if (other !== end && (known === undefined || known < least)) beyond.set(other, least);
        }
      for (const [id, measure] of beyond) worth.set(id, measure);
      edge = beyond;
    }
    const left = [...worth].filter(([id]) => id !== end && !this.grown.has(id));
    for (const [id] of left) if ((this.prices.get(id) ?? 0) > PRICE_MAX) this.cut.add(id);
    return left
      .filter(([id]) => !this.cut.has(id))
      .sort(
        ([a, x], [b, y]) =>
          (x === y ? 0 : x! > y! ? -1 : 1) ||
          (this.prices.get(a) ?? 0) - (this.prices.get(b) ?? 0) ||
          (a < b ? -1 : 1),
      )
      .slice(0, GROWN_MAX)
      .map(([id]) => id);
  }
}

/** @param step the variable that holds the summary of `r` */
const row = (measure: string, step: string) =>
  `[n.id, m.id, r.id, ${measure}, ${step}.confidence, COUNT { (m)-[:${ANY_TYPE}]-() }]`;

/** Reads the best steps of some entities; one with more than `STEPS_MAX` is put in `cut`. */
async function grow(
  graph: Graph,
  args: PathArguments,
  ids: readonly string[],
  seen: Surroundings,
): Promise<void> {
  const { scope, params } = argumentScope(args);
  const avoided = args.avoid == null ? [] : [`NOT m.id IN ${scope.param('avoid')}`];
  const { where, summary } = followed('r', scope, MEASURED, avoided);
  const measure = PATH_MEASURES[args.rankBy as PathRank](summary);
  const entity = labelsAt('Entity', scope.at);
  const cypher = `UNWIND $ids AS id
MATCH (n:${entity} {id: id})
CALL (n) {
  MATCH (n)-[r:${typesAt(typeList(args.types as never), scope.at)}]-(m:${entity})
  ${where}
  WITH * ORDER BY ${measure} DESC, ${summary}.confidence DESC, r.id LIMIT ${STEPS_MAX + 1}
  RETURN collect(${row(measure, summary)}) AS ties
}
RETURN id, ties`;
  for (const { id, ties } of await graph.run('paths.grow', cypher, { ...params, ids })) {
    seen.grown.add(id as string);
    if ((ties as Tie[]).length > STEPS_MAX) seen.cut.add(id as string);
    for (const tie of (ties as Tie[]).slice(0, STEPS_MAX)) seen.add(tie);
  }
}

/** Reads the steps between entities in `cut` and known ones, which their best steps left out. */
async function close(graph: Graph, args: PathArguments, seen: Surroundings): Promise<void> {
  const cut = [...seen.cut].slice(0, CLOSED_MAX);
  if (cut.length === 0) return;
  const { scope, params } = argumentScope(args);
  const { where, summary } = followed('r', scope, MEASURED);
  const measure = PATH_MEASURES[args.rankBy as PathRank](summary);
  const entity = labelsAt('Entity', scope.at);
  const cypher = `MATCH (n:${entity}) WHERE n.id IN $cut
MATCH (m:${entity}) WHERE m.id IN $known
MATCH (n)-[r:${typesAt(typeList(args.types as never), scope.at)}]-(m)
${where}
RETURN ${row(measure, summary)} AS tie`;
  const known = [...seen.grown].slice(0, KNOWN_MAX);
  for (const { tie } of await graph.run('paths.close', cypher, { ...params, cut, known }))
    seen.add(tie as Tie);
}

/** Reads the shortest paths; false where there is no path at all. */
async function begin(graph: Graph, args: PathArguments, seen: Surroundings): Promise<boolean> {
  const { scope, params } = argumentScope(args);
  const { at, known } = scope;
  const summary = known === undefined ? 'r' : asKnown('r', { at, known }, MEASURED);
  const measure = PATH_MEASURES[args.rankBy as PathRank]('step');
  const entity = labelsAt('Entity', at);
  const cypher = `MATCH (a:${entity} {id: ${scope.param('from')}}) MATCH (b:${entity} {id: ${scope.param('to')}})
${anySteps('a', 'b', scope)}
UNWIND steps AS r
WITH DISTINCT r, startNode(r) AS n, endNode(r) AS m
WITH r, n, m, ${summary} AS step
RETURN ${row(measure, 'step')} AS tie`;
  const rows = await graph.run('paths.begin', cypher, params);
  for (const { tie } of rows) seen.add(tie as Tie);
  return rows.length > 0;
}

/** The best paths as the compiled statement takes them: a parameter of ids. */
export interface FoundPaths {
  readonly ranked: {
    readonly paths: BestPaths['paths'];
    readonly truncated: boolean;
    readonly explored: unknown;
  };
}

/**
 * Finds paths in another order than by length. A few statements read what surrounds both ends and
 * every stop, the best tied first, of hubs only the best steps; the best paths are then found in
 * memory. `truncated` is set when something was left out on the way.
 */
export async function rankedPaths(graph: Graph, args: PathArguments): Promise<FoundPaths> {
  const { from, to, maxLength, first } = args as {
    from: string;
    to: string;
    maxLength: number;
    first: number;
  };
  const ends: Ends = { from, to, through: (args.through ?? []) as string[], maxLength };
  const seen = new Surroundings();
  if (!(await begin(graph, args, seen)))
    return { ranked: { paths: [], truncated: false, explored: toInteger(0) } };
  const anchors = [from, ...ends.through, to];
  await grow(graph, args, anchors, seen);
  // A step is known once either of its ends was grown, so half the length from each end is enough.
  for (let steps = 1; steps < Math.ceil(maxLength / 2); steps++) {
    const ids = new Set(anchors.flatMap((end) => seen.next(end, steps)));
    if (ids.size > 0) await grow(graph, args, [...ids], seen);
  }
  await close(graph, args, seen);
  const { paths, explored, truncated } = bestPaths(seen.ties, ends, first);
  return {
    ranked: { paths, truncated: truncated || seen.cut.size > 0, explored: toInteger(explored) },
  };
}
