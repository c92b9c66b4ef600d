import type { Writer } from '../../../src/db/database.ts';
import { type Told, unitsToldBy } from '../../../src/evaluation/graph/resolved.ts';
import { blocksIn } from '../../../src/ingest/merge/neighbourhood.ts';
import { type Resolution, resolve } from '../../../src/ingest/resolve/linkage/resolve.ts';
import type { Unit } from '../../../src/ingest/resolve/linkage/unit.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';

const toldBy = (document: Prepared): Told => ({
  ...document,
  publishedOn: String(document.properties.publishedOn),
});
export const unitsIn = (documents: readonly Prepared[]): Unit[] =>
  unitsToldBy(documents.map(toldBy));

const places = (of: Iterable<readonly [string, string]>) => {
  const found = new Map<string, string[]>();
  for (const [key, id] of of) found.set(key, [...(found.get(key) ?? []), id]);
  return found;
};

/** What a graph holds of documents that were resolved all at once, read as a resolution reads it. */
export class HeldGraph {
  readonly units: ReadonlyMap<string, Unit>;
  readonly resolution: Resolution;
  /** How many units were read of it. */
  rows = 0;
  readonly #byKey: ReadonlyMap<string, readonly string[]>;
  readonly #byEntity: ReadonlyMap<string, readonly string[]>;

  constructor(documents: readonly Prepared[]) {
    const units = unitsIn(documents);
    this.units = new Map(units.map((unit) => [unit.id, unit]));
    this.resolution = resolve(units, []);
    this.#byKey = places(units.flatMap((unit) => blocksIn(unit).map((key) => [key, unit.id])));
    this.#byEntity = places([...this.resolution.entityOf].map(([id, entity]) => [entity, id]));
  }

  #row(id: string) {
    this.rows++;
    const entity = this.resolution.entityOf.get(id)!;
    return { id, entity, unit: JSON.stringify(this.units.get(id)), digest: null };
  }

  read = (async (name: string, { keys = [], ids = [] }: Record<string, string[]>) => {
    if (name === 'judgementsOf') return [];
    const { entityOf } = this.resolution;
    const found =
      name === 'localsOfKeys'
        ? keys.flatMap((key) => this.#byKey.get(key) ?? [])
        : ids.flatMap((id) => this.#byEntity.get(entityOf.get(id) ?? id) ?? []);
    return [...new Set(found)].map((id) => this.#row(id));
  }) as Writer['read'];
}
