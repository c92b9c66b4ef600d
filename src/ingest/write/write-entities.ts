import type { Writer } from '../../db/database.ts';
import { grouped } from '../../grouped.ts';
import { kindOf } from '../../model/ids.ts';
import type { Spellings } from '../resolve/spellings.ts';
import { type Change, factsIn, type Said } from './change.ts';
import type { Counts } from './counts.ts';
import {
  type EntityProperties,
  type Naming,
  type PropertyEvidence,
  summaryOfEntity,
  tallyOfEntity,
} from './entity-summary.ts';
import { KEPT_FROM, type Kept, keep, keptOf } from './kept.ts';
import type { Prepared } from './prepare.ts';
import { rowsOf } from './rows-of.ts';

interface Named {
  readonly entity: string;
  readonly naming: Naming;
}

/** The changes to entities by a batch. */
interface Entities {
  readonly merged: { id: string; kind: string; properties: EntityProperties }[];
  /** Entities that no document names any more. */
  readonly removed: string[];
  readonly kept: Map<string, Kept>;
}

/** Whether an entity has so many statements that its counts are kept. */
export function isLarge(counts: Counts): boolean {
  const documents = counts
    .under('names')
    .numbers()
    .reduce((sum, [, count]) => sum + count, 0);
  return Math.max(documents, counts.at('statements')) > KEPT_FROM;
}

/** Number of statements of each entity. */
export function counted(said: readonly Said[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source, target } of said)
    for (const id of [source, target]) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

interface Stored {
  readonly names: readonly Naming[];
  readonly facts: readonly PropertyEvidence[];
  readonly statements: number;
}
const NOTHING: Stored = { names: [], facts: [], statements: 0 };

/** Reads the evidence of entities with few statements. */
async function readSmall(writer: Writer, ids: readonly string[], { storyNow }: Change) {
  const small = new Map<string, Stored>();
  for (const some of rowsOf(ids))
    for (const { id, names, facts, statements } of await writer.read('evidenceOfEntities', {
      ids: some,
    }))
      small.set(id, {
        names: names as Naming[],
        facts: (facts as PropertyEvidence[]).map((fact) => ({
          ...fact,
          story: storyNow(fact.story),
        })),
        statements,
      });
  return small;
}

/**
 * Summarises the entities that a batch touches, like {@link summariseEdges} the edges.
 * @param unnamed namings of withdrawn documents
 */
export async function summariseEntities(
  writer: Writer,
  documents: readonly Prepared[],
  change: Change,
  unnamed: readonly Named[],
  spellings: Spellings,
): Promise<Entities> {
  const named = documents.flatMap(({ entities }) =>
    entities.map(({ id, mention }) => ({ entity: id, naming: mention as unknown as Naming })),
  );
  const ofEntity = ({ entity }: Named) => entity;
  const [gone, come] = [grouped(unnamed, ofEntity), grouped(named, ofEntity)];
  const facts = {
    before: grouped(factsIn(change.before), ({ of }) => of),
    kept: grouped(factsIn(change.kept), ({ of }) => of),
    added: grouped(factsIn(change.added), ({ of }) => of),
  };
  const statements = {
    before: counted(change.before),
    kept: counted(change.kept),
    added: counted(change.added),
  };
  const touched = [...new Set([...gone.keys(), ...come.keys(), ...facts.before.keys()])].sort();
  const held = await keptOf(writer, touched);
  const small = await readSmall(
    writer,
    touched.filter((id) => !held.has(id)),
    change,
  );
  const namings = (some: readonly Named[] | undefined) => (some ?? []).map(({ naming }) => naming);

  const entities: Entities = { merged: [], removed: [], kept: new Map() };
  for (const id of touched) {
    const tallyOf = (
      names: readonly Named[] | undefined,
      when: readonly (keyof typeof facts)[],
      stored = NOTHING,
    ) =>
      tallyOfEntity(
        [...stored.names, ...namings(names)],
        [...stored.facts, ...when.flatMap((at) => facts[at].get(id) ?? [])],
        when.reduce((sum, at) => sum + (statements[at].get(id) ?? 0), stored.statements),
      );
    const known = held.get(id)?.counts;
    known?.merge(tallyOf(gone.get(id), ['before']), -1);
    known?.merge(tallyOf(come.get(id), ['kept', 'added']));
    const counts = known ?? tallyOf(come.get(id), ['added'], small.get(id));
    if (counts.under('names').isEmpty) {
      entities.removed.push(id);
      continue;
    }
    const kind = kindOf(id);
    const properties = summaryOfEntity(id, kind, counts, spellings.get(id));
    entities.merged.push({ id, kind, properties });
    if (known || isLarge(counts)) entities.kept.set(id, { counts, days: {} });
  }
  return entities;
}

export async function writeEntities(
  writer: Writer,
  { merged, removed, kept }: Entities,
): Promise<void> {
  for (const some of rowsOf(merged)) await writer.write('mergeEntities', { entities: some });
  await keep(writer, kept, removed);
}
