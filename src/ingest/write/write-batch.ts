import type { Database, Writer } from '../../db/database.ts';
import { takeTurn } from '../../db/turn.ts';
import type { WithdrawnWhy } from '../../model/kinds.ts';
import { partsOf } from '../merge/mentions.ts';
import { remapped } from '../merge/remap.ts';
import { isCompared } from '../merge/units-of-graph.ts';
import { ownSpellings, type Spellings } from '../resolve/spellings.ts';
import { changeOf } from './change.ts';
import type { Naming } from './entity-summary.ts';
import type { Prepared } from './prepare.ts';
import type { EntityRow } from './rows.ts';
import { rowsOf } from './rows-of.ts';
import { decideStories, type Stories } from './stories.ts';
import { summariseEdges, writeEdges } from './write-edges.ts';
import { summariseEntities, writeEntities } from './write-entities.ts';

/** `replaced`: written in the place of what was read under its name before. */
export type Written = 'written' | 'replaced' | 'unchanged';

interface Withdrawn {
  readonly id: string;
  readonly story: string;
  readonly why: WithdrawnWhy;
}

/** A changed document of the batch, and what it replaces. */
interface Changed {
  readonly document: Prepared;
  /** Earlier documents of its source. */
  readonly supersedes: readonly string[];
  /** Documents whose statements are withdrawn, with their stories. */
  readonly withdrawn: readonly Withdrawn[];
}

async function changedOf(writer: Writer, batch: readonly Prepared[]): Promise<Changed[]> {
  const changed: Changed[] = [];
  for (const documents of rowsOf(batch)) {
    const states = await writer.read('documentStates', {
      documents: documents.map(({ id, source }) => ({ id, source })),
    });
    for (const [at, document] of documents.entries()) {
      const { known, story, extractor, ...state } = states[at]!;
      const others = state.others as { id: string; story: string }[];
      if (known === document.hash && others.length === 0) continue;
      const why =
        extractor === null || extractor === document.extractor ? 'CORRECTED' : 'EXTRACTOR';
      changed.push({
        document,
        supersedes: others.map(({ id }) => id),
        withdrawn: [
          ...(known === null
            ? []
            : [{ id: document.id, story: story ?? document.id, why } as const]),
          ...others.map((other) => ({ ...other, why: 'CORRECTED' }) as const),
        ],
      });
    }
  }
  return changed;
}

async function namingsOf(writer: Writer, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await writer.read('namingsOfDocuments', { ids });
  return rows.map(({ entity, naming }) => ({ entity, naming: naming as Naming }));
}

async function writeDocuments(
  writer: Writer,
  changed: readonly Changed[],
  { of, moved }: Stories,
): Promise<void> {
  const moves = [...moved].map(([from, to]) => ({ from, to }));
  if (moves.length > 0) await writer.write('moveStories', { moves });
  await writer.write('mergeDocuments', {
    documents: changed.map(({ document: { id, properties }, supersedes }) => ({
      id,
      supersedes,
      properties: { ...properties, story: of.get(id)! },
    })),
  });
}

/** Empty lists are not stored: most names have no alias, and the importer has no empty lists. */
const withoutEmpty = (mention: EntityRow['mention']) =>
  Object.fromEntries(
    Object.entries(mention).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );

/** @param isAgain whether some of it was withdrawn in this turn, and may be just as it was */
async function writeSaid(
  writer: Writer,
  documents: readonly Prepared[],
  isAgain: boolean,
): Promise<void> {
  const mentions = documents.flatMap(({ id, entities }) =>
    entities.map(({ id: entity, mention }) => ({
      document: id,
      entity,
      properties: withoutEmpty(mention),
    })),
  );
  for (const some of rowsOf(mentions)) await writer.write('createMentions', { mentions: some });
  const statements = documents.flatMap(({ id, statements: rows }) =>
    rows.map(({ subject, object, properties }) => ({ document: id, subject, object, properties })),
  );
  for (const some of rowsOf(statements))
    await writer.write('createStatements', { statements: some });
  if (!isAgain) return;
  const ids = documents.flatMap(({ statements: rows }) => rows.map(({ id }) => id));
  for (const some of rowsOf(ids)) await writer.write('restateStatements', { ids: some });
}

/** Whether a document supersedes another one of the batch, so that their order matters. */
const areEntangled = (changed: readonly Changed[], batch: readonly Prepared[]) =>
  changed.some(({ supersedes }) => batch.some(({ id }) => supersedes.includes(id)));

/** Replaces the local entities of documents by the entities they became. */
async function asEntities(writer: Writer, documents: readonly Prepared[]): Promise<Prepared[]> {
  const locals = new Set(documents.flatMap(({ entities }) => entities.map(({ id }) => id)));
  const become = new Map<string, string>();
  for (const ids of rowsOf([...locals].filter(isCompared).sort()))
    for (const { id, entity } of await writer.read('entitiesOfLocals', { ids }))
      become.set(id, entity);
  return documents.map((document) => remapped(document, (local) => become.get(local) ?? local));
}

/** Marks the entities that a batch names, or no longer names, as unresolved. */
async function noteUnresolved(
  writer: Writer,
  documents: readonly Prepared[],
  unnamed: readonly { readonly entity: string; readonly naming: Naming }[],
): Promise<void> {
  const locals = new Set([
    ...documents.flatMap(({ entities }) => entities.map(({ id }) => id)),
    ...unnamed.flatMap(({ entity, naming }) => partsOf(entity, naming).map(({ local }) => local)),
  ]);
  for (const ids of rowsOf([...locals].filter(isCompared).sort()))
    await writer.write('noteUnresolved', { ids });
}

async function write(
  writer: Writer,
  batch: readonly Prepared[],
  spellings: Spellings,
  noteMoment: () => Promise<void>,
): Promise<Written[]> {
  const changed = await changedOf(writer, batch);
  if (changed.length === 0) return batch.map(() => 'unchanged');
  await noteMoment();
  if (areEntangled(changed, batch)) {
    const written: Written[] = [];
    for (const one of batch) written.push(...(await write(writer, [one], spellings, noteMoment)));
    return written;
  }
  const replaced = changed.flatMap(({ withdrawn }) => withdrawn);
  await apply(writer, changed, replaced, spellings);
  const written = new Map(
    changed.map(({ document, withdrawn }): [string, Written] => [
      document.id,
      withdrawn.some(({ why }) => why === 'CORRECTED') ? 'replaced' : 'written',
    ]),
  );
  return batch.map(({ id }) => written.get(id) ?? 'unchanged');
}

/** Takes back what some documents said, writes what others say, and summarises what that touches. */
async function apply(
  writer: Writer,
  changed: readonly Changed[],
  replaced: readonly Withdrawn[],
  spellings: Spellings,
): Promise<void> {
  const told = changed.map(({ document }) => document);
  const documents = await asEntities(writer, told);
  const withdrawn = new Set(replaced.map(({ id }) => id));

  const except = [...new Set([...documents.map(({ id }) => id), ...withdrawn])];
  const stories = await decideStories(writer, documents, except);
  const touched = replaced.map(({ story }) => story);
  const change = await changeOf(writer, documents, stories, withdrawn, touched);
  const unnamed = await namingsOf(writer, [...withdrawn]);
  await noteUnresolved(writer, told, unnamed);
  if (withdrawn.size > 0)
    await writer.write('withdrawDocuments', {
      documents: replaced.map(({ id, why }) => ({ id, why })),
    });

  const edges = await summariseEdges(writer, change);
  const entities = await summariseEntities(writer, documents, change, unnamed, spellings);
  if (changed.length > 0) await writeDocuments(writer, changed, stories);
  await writeEntities(writer, entities);
  await writeSaid(writer, documents, withdrawn.size > 0);
  await writeEdges(writer, edges);
  for (const ids of rowsOf(entities.removed)) await writer.write('removeEntities', { ids });
}

/**
 * Takes back what some documents said, in one transaction with what is done to these themselves.
 * @param finish is called when nothing of what they said is left
 */
export function withdrawBatch(
  database: Database,
  documents: readonly Withdrawn[],
  finish: (writer: Writer) => Promise<void>,
): Promise<void> {
  return database.transaction(async (writer) => {
    const noteMoment = await takeTurn(writer);
    await noteMoment();
    await apply(writer, [], documents, ownSpellings());
    await finish(writer);
  });
}

/**
 * Writes documents in one transaction: withdraws their earlier statements, writes the new ones, and
 * summarises what that touches, at a cost that depends on the batch and not on the graph. Only one
 * writer works at a time; others wait, in this program or elsewhere.
 * @param batch without two of one id or of one source
 * @returns for each document whether there was anything to write
 */
export function writeBatch(
  database: Database,
  batch: readonly Prepared[],
  spellings: Spellings = ownSpellings(),
): Promise<Written[]> {
  return database.transaction(async (writer) => {
    const noteMoment = await takeTurn(writer);
    return write(writer, batch, spellings, noteMoment);
  });
}
