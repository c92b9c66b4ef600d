import { expect, test } from 'vitest';
import { bestPaths, type Ends, type Step, type Ties } from '../../../src/graph/paths/best-paths.ts';

/** A small generator with a fixed seed: the same graphs on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function randomTies(seed: number): Ties {
  const next = numbers(seed);
  const ties = new Map<string, Map<string, Step>>();
  for (let i = 0; i < 26; i++) {
    const [a, b] = [`n${next(9)}`, `n${next(9)}`];
    if (a === b || ties.get(a)?.has(b)) continue;
    const step = { id: `r${i}`, measure: next(4), confidence: next(10) / 10 };
    for (const [x, y] of [
      [a, b],
      [b, a],
    ])
      ties.set(x!, (ties.get(x!) ?? new Map()).set(y!, step));
  }
  return ties;
}

/** Every path there is, told by what it is ranked by. */
function everyPath(ties: Ties, { from, to, through, maxLength }: Ends): string[] {
  const all: { ids: string[]; steps: Step[] }[] = [];
  const walk = (ids: string[], steps: Step[]): void => {
    if (ids.at(-1) === to) {
      const met = ids.filter((id) => through.includes(id));
      if (met.join() === through.join()) all.push({ ids, steps });
      return;
    }
    if (steps.length === maxLength) return;
    for (const [next, step] of ties.get(ids.at(-1)!) ?? [])
      if (!ids.includes(next)) walk([...ids, next], [...steps, step]);
  };
  walk([from], []);
  const least = (steps: Step[], of: (step: Step) => number) => Math.min(...steps.map(of));
  return all
    .map(({ ids, steps }) => ({
      ids: ids.join(' '),
      measure: least(steps, (step) => Number(step.measure)),
      weakest: least(steps, (step) => step.confidence),
      length: steps.length,
    }))
    .sort(
      (a, b) =>
        b.measure - a.measure ||
        a.length - b.length ||
        b.weakest - a.weakest ||
        (a.ids < b.ids ? -1 : 1),
    )
    .map(({ ids }) => ids);
}

test.each(Array.from({ length: 40 }, (_, i) => i))(
  'the best come first, as when every path is written down: graph %i',
  (seed) => {
    const ties = randomTies(seed);
    const through = seed % 3 === 0 ? ['n2'] : seed % 7 === 0 ? ['n3', 'n4'] : [];
    const ends = { from: 'n0', to: 'n1', through, maxLength: 2 + (seed % 5) };
    const all = everyPath(ties, ends);
    const few = bestPaths(ties, ends, 4);
    expect(few.paths.map(({ ids }) => ids.join(' '))).toEqual(all.slice(0, 4));
    expect(few.truncated).toBe(all.length > 4);
    expect(bestPaths(ties, ends, 10_000)).toMatchObject({
      explored: all.length,
      truncated: false,
    });
  },
);

test('a search that grows too large says so', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
  const ties = new Map(
    ids.map((a) => [
      a,
      new Map(
        ids
          .filter((b) => b !== a && !(a === 'n0' && b === 'n1') && !(a === 'n1' && b === 'n0'))
          .map((b) => [b, { id: `${a}${b}`, measure: b === 'n1' ? 0 : 1, confidence: 1 }]),
      ),
    ]),
  );
  const { truncated } = bestPaths(ties, { from: 'n0', to: 'n1', through: [], maxLength: 6 }, 5);
  expect(truncated).toBe(true);
});
