import TinyQueue from 'tinyqueue';

/** What paths are ranked by: the lowest value over their steps. Numbers, or dates as text. */
export type Measure = number | string;

/** The best relationship between two entities; parallel relationships do not make further paths. */
export interface Step {
  readonly id: string;
  readonly measure: Measure;
  /** 0..1 */
  readonly confidence: number;
}

/** Steps from each entity to its neighbours, both ways. */
export type Ties = ReadonlyMap<string, ReadonlyMap<string, Step>>;

export interface Ends {
  readonly from: string;
  readonly to: string;
  /** Entities that the path must pass, in order. */
  readonly through: readonly string[];
  readonly maxLength: number;
}

interface BestPath {
  /** Entities from end to end, one more than the steps. */
  readonly ids: readonly string[];
  readonly steps: readonly string[];
  /** Confidence of its least certain step, 0..1. */
  readonly weakest: number;
}

export interface BestPaths {
  readonly paths: readonly BestPath[];
  /** How many complete paths were ranked. */
  readonly explored: number;
  /** Whether there are, or may be, further paths. */
  readonly truncated: boolean;
}

interface Begun extends BestPath {
  /** Undefined before the first step, which ranks before any value. */
  readonly measure: Measure | undefined;
  /** Lower bound of its number of steps when it arrives. */
  readonly least: number;
  /** How many of the entities it must pass it has passed. */
  readonly met: number;
}

/** Most beginnings that are ranked: some tens of milliseconds, in which nothing else is served. */
const BEGUN_MAX = 20_000;

/** Least number of steps from each entity to `to`, whatever the steps are worth. */
function stepsTo(ties: Ties, to: string, maxLength: number): Map<string, number> {
  const steps = new Map([[to, 0]]);
  let edge = [to];
  for (let step = 1; step <= maxLength && edge.length > 0; step++) {
    const next = new Set<string>();
    for (const id of edge)
      for (const other of ties.get(id)?.keys() ?? []) if (!steps.has(other)) next.add(other);
    for (const id of next) steps.set(id, step);
    edge = [...next];
  }
  return steps;
}

function compareIds(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++)
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return a.length - b.length;
}

/** Ranks by measure, fewer steps, confidence, then ids, so that the order is reproducible. */
function compare(a: Begun, b: Begun): number {
  if (a.measure !== b.measure) {
    if (a.measure === undefined || b.measure === undefined) return a.measure === undefined ? -1 : 1;
    return a.measure > b.measure ? -1 : 1;
  }
  return a.least - b.least || b.weakest - a.weakest || compareIds(a.ids, b.ids);
}

/**
 * Finds the best paths without repeated entities by best-first search: no path gets better by
 * growing, so the best beginning is grown first and whatever arrives first is the best.
 */
export function bestPaths(
  ties: Ties,
  { from, to, through, maxLength }: Ends,
  first: number,
): BestPaths {
  const left = stepsTo(ties, to, maxLength);
  const queue = new TinyQueue<Begun>([], compare);
  queue.push({ ids: [from], steps: [], weakest: 1, measure: undefined, least: 0, met: 0 });
  const paths: BestPath[] = [];
  let [explored, begun] = [0, 1];
  while (paths.length <= first && begun <= BEGUN_MAX) {
    const path = queue.pop();
    if (!path) return { paths, explored, truncated: false };
    const { ids, steps, weakest, measure, met } = path;
    const at = ids.at(-1)!;
    if (at === to) {
      paths.push({ ids, steps, weakest });
      continue;
    }
    for (const [next, step] of ties.get(at) ?? []) {
      const least = steps.length + 1 + (left.get(next) ?? Number.POSITIVE_INFINITY);
      if (least > maxLength || ids.includes(next)) continue;
      const stop = through.indexOf(next);
      if (stop > met || (next === to && met < through.length)) continue;
      if (next === to) explored++;
      begun++;
      queue.push({
        ids: [...ids, next],
        steps: [...steps, step.id],
        weakest: Math.min(weakest, step.confidence),
        measure: measure === undefined || step.measure < measure ? step.measure : measure,
        least,
        met: stop === met ? met + 1 : met,
      });
    }
  }
  return { paths: paths.slice(0, first), explored, truncated: true };
}
