import { type Extractor, extract, loadExtractor } from '../../src/ingest/extract/extract.ts';
import { PREFACE } from './hostile-texts.ts';

let extractor: Extractor;

/** What extraction makes of a text behind a few sentences of English. */
export function readHostile(text: string) {
  extractor ??= loadExtractor();
  return extract(
    {
      id: 'document:0',
      source: 'hostile.txt',
      raw: `${PREFACE}\n\n${text}`,
      title: null,
      url: null,
      publisher: null,
      publishedOn: '2025-06-15',
      language: null,
    },
    extractor,
  );
}

/** Processor time of work in milliseconds, the least of several runs. */
export function cost(work: () => unknown, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** Less is noise: nothing of it tells how time grows. */
const NOISE_MS = 150;

/**
 * How many times as much twice the size costs: 2 is linear, 4 quadratic. What costs next to nothing
 * counts as linear. A ratio that looks wrong is taken again: garbage collection may fall into one of the two.
 */
export function growthOf(work: (size: number) => () => unknown, size: number): number {
  const [once, twice] = [work(size), work(2 * size)];
  const long = cost(twice, 1);
  if (long < NOISE_MS) return 2;
  const ratio = long / cost(once, 1);
  return ratio < RATIO_MAX ? ratio : cost(twice, 3) / cost(once, 3);
}

/** Between linear and quadratic. */
export const RATIO_MAX = 2.8;
