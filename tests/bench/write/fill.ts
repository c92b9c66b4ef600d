// Two graphs filled in turns, so that the load of the machine and the warmth of Node weigh on both alike.
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import type { Corpus } from './corpus.ts';
import { type Cpu, cpuOf, sumOf } from './cpu.ts';

/** Documents of one batch. */
const BATCH = 250;

/** One that writes into a graph of its own. */
export interface Side {
  /** The process of its Neo4j. */
  readonly pid: number;
  write(documents: readonly Prepared[]): Promise<unknown>;
  /** Removes all that was written. */
  empty(): Promise<unknown>;
}

/**
 * CPU of a side between two looks: of Node while it writes, and of Neo4j all the time, since that
 * goes on working after its turn.
 */
class Meter {
  readonly #side: Side;
  #node = 0;
  #java: number;

  /** @param java milliseconds of CPU of Neo4j from which it counts; by default those until now */
  constructor(side: Side, java = cpuOf(side.pid)) {
    this.#side = side;
    this.#java = java;
  }

  async write(documents: readonly Prepared[]): Promise<void> {
    const before = process.cpuUsage();
    await this.#side.write(documents);
    const { user, system } = process.cpuUsage(before);
    this.#node += (user + system) / 1_000;
  }

  look(): Cpu {
    const java = cpuOf(this.#side.pid);
    const seen = { node: this.#node, java: java - this.#java };
    [this.#node, this.#java] = [0, java];
    return seen;
  }
}

export const documentsOf = (corpus: Corpus, from: number, to: number): Prepared[] =>
  Array.from({ length: to - from }, (_, at) => corpus.at(from + at));

/** Writes documents with all meters, each batch with another one first. */
async function inTurns(meters: readonly Meter[], corpus: Corpus, from: number, to: number) {
  for (let at = from; at < to; at += BATCH) {
    const documents = documentsOf(corpus, at, Math.min(to, at + BATCH));
    const order = (at / BATCH) % 2 === 0 ? meters : meters.toReversed();
    for (const meter of order) await meter.write(documents);
  }
}

export interface Filled {
  /** CPU for each document since the checkpoint before. */
  readonly at: ReadonlyMap<number, Cpu>;
  /** CPU for each document of a program that has just started, with the start of its Neo4j. */
  readonly fromCold: number;
}

/**
 * Writes the first documents once and removes them, since a Java runtime that has just started
 * compiles more than it writes; then fills the graphs, and looks at each checkpoint.
 * @param checkpoints numbers of documents, ascending; the last one is how many are written
 * @param warming how many are written before
 */
export async function fillInTurns(
  sides: readonly Side[],
  corpus: Corpus,
  checkpoints: readonly number[],
  warming: number,
): Promise<Filled[]> {
  const cold = sides.map((side) => new Meter(side, 0));
  await inTurns(cold, corpus, 0, warming);
  const first = cold.map((meter) => sumOf(meter.look()));
  for (const side of sides) await side.empty();

  const meters = sides.map((side) => new Meter(side));
  const filled = first.map((cpu) => ({ at: new Map<number, Cpu>(), cpu }));
  let from = 0;
  for (const to of checkpoints) {
    await inTurns(meters, corpus, from, to);
    for (const [side, meter] of meters.entries()) {
      const { node, java } = meter.look();
      const documents = to - from;
      filled[side]!.at.set(to, { node: node / documents, java: java / documents });
      // What was written cold is not counted again.
      if (to > warming) filled[side]!.cpu += node + java;
    }
    const told = filled.map(({ at }) => `${sumOf(at.get(to)!).toFixed(1)} ms`);
    console.error(`${corpus.name}, ${to}: ${told.join(', bare ')}`);
    from = to;
  }
  return filled.map(({ at, cpu }) => ({ at, fromCold: cpu / from }));
}
