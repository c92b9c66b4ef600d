import { expect, test } from 'vitest';
import { resolveTouched } from '../../../src/ingest/merge/touched.ts';
import { isLoneName } from '../../../src/ingest/resolve/linkage/blocks/keys.ts';
import type { Comparison } from '../../../src/ingest/resolve/linkage/unit.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { population } from '../../bench/write/population.ts';
import { HeldGraph, unitsIn } from './held-graph.ts';

/** Documents that come, and that go, at once. */
const [COME, GO] = [12, 5];

/** What the entities and the pairs to review of a graph become when some documents come and some go. */
async function changed(held: HeldGraph, after: readonly Prepared[], all: readonly Prepared[]) {
  const now = unitsIn(after);
  const named = new Set(unitsIn(all).map(({ id }) => id));
  const fresh = now.filter(({ id }) => named.has(id));
  const gone = new Set([...named].filter((id) => !now.some((unit) => unit.id === id)));
  const { resolution, settled, units } = await resolveTouched(held, fresh, gone);
  const entityOf = new Map(held.resolution.entityOf);
  for (const id of settled) entityOf.set(id, resolution.entityOf.get(id)!);
  for (const id of gone) entityOf.delete(id);
  const isOf = ({ left, right }: Comparison) => settled.has(left) || settled.has(right);
  const stays = (pair: Comparison) => {
    const ends = [pair.left, pair.right];
    const undecided = ends.some((id) => {
      const unit = units.get(id);
      return unit && isLoneName(unit) && !settled.has(id);
    });
    return undecided || !(isOf(pair) || ends.some((id) => gone.has(id)));
  };
  const pairs = [
    ...held.resolution.candidates.filter(stays),
    ...resolution.candidates.filter(isOf),
  ];
  return { entityOf, pairs, units: units.size };
}

const inOrder = (pairs: readonly Comparison[]) =>
  pairs.map(({ left, right, score }) => `${left} ${right} ${score}`).sort();

test('whatever comes and goes, what is resolved of it is what resolving everything gives', async () => {
  const documents = population(3_000, 5);
  const steps = 8;
  let told = documents.slice(0, -steps * COME);
  let moved = 0;
  for (let step = 0; step < steps; step++) {
    const held = new HeldGraph(told);
    const from = documents.length - (step + 1) * COME;
    const come = documents.slice(from, from + COME);
    const go = told.slice(step * GO, step * GO + GO);
    const after = [...told.filter((one) => !go.includes(one)), ...come];
    const right = new HeldGraph(after).resolution;
    const found = await changed(held, after, [...come, ...go]);
    expect([...found.entityOf].sort()).toEqual([...right.entityOf].sort());
    expect(inOrder(found.pairs)).toEqual(inOrder(right.candidates));
    moved += [...right.entityOf].filter(([id, entity]) => id !== entity).length;
    told = after;
  }
  expect(moved).toBeGreaterThan(0);
});

test('what some documents lead to is a small part of a graph of frequent names', async () => {
  const come = population(200, 7);
  const [small, large] = await Promise.all(
    [3_000, 12_000].map(async (size) => {
      const documents = population(size);
      const held = new HeldGraph(documents);
      const { units } = await changed(held, [...documents, ...come], come);
      return { units, of: held.units.size };
    }),
  );
  expect(large!.of).toBeGreaterThan(3 * small!.of);
  expect(large!.units).toBeLessThan(large!.of / 5);
});
