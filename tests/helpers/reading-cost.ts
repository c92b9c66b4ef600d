import { extract, type FastExtractor, loadExtractor } from '../../src/ingest/extract/extract.ts';
import { PREFACE } from './hostile-texts.ts';

let extractor: FastExtractor;

/** So much of a text tells its language; blank lines keep whatever follows out of it. */
const LANGUAGE_LENGTH = 20_000;
const ENGLISH = `${PREFACE}${'\n'.repeat(LANGUAGE_LENGTH)}`;

/** What extraction makes of a text behind a few sentences of English: never that it is in another language. */
export function readHostile(text: string) {
  extractor ??= loadExtractor();
  const extraction = extract(
    {
      id: 'document:0',
      source: 'hostile.txt',
      raw: ENGLISH + text,
      title: null,
      url: null,
      publisher: null,
      publishedOn: '2025-06-15',
      language: null,
    },
    extractor,
  );
  if (extraction.language !== 'en') throw new Error('the text was not read');
  return extraction;
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

/**
 * Quadratic is 4. Names of people are compared with those nearby, and come close to 3 before the
 * bounds on their number are reached.
 */
export const RATIO_MAX = 3.2;
