import type { Database, Writer } from '../../db/database.ts';
import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import { shortHash } from '../../model/ids.ts';
import type { EntityKind, Modality } from '../../model/kinds.ts';
import type { Identity } from '../resolve/identity/identity.ts';
import { BANDS, fingerprintOf, sameStory } from '../resolve/reprints.ts';
import { ownSpellings, type Spellings } from '../resolve/spellings.ts';
import { type Naming, type PropertyEvidence, summariseEntity } from './entity-summary.ts';
import { entityRows, statementRows } from './rows.ts';
import { type Evidence, summarise } from './summary.ts';

export type Written = 'written' | 'unchanged';

/** Rows in one statement of a transaction. */
const BATCH = 500;

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

/** What the graph's content depends on: unchanged, there is nothing to write. */
function contentHash(source: SourceDocument, extractor: string): string {
  const { id, title, url, publisher, publishedOn } = source;
  return shortHash(id, title, url, publisher, publishedOn, extractor);
}

async function storyOf(writer: Writer, id: string, text: string) {
  const fingerprint = fingerprintOf(text);
  const own = { story: id, stories: [] as string[], properties: {} };
  if (fingerprint === null) return own;
  const { bands, signature } = fingerprint;
  const properties = {
    signature: [...signature],
    ...Object.fromEntries(bands.map((band, at) => [`band${at}`, band])),
  };
  if (bands.length !== BANDS) return { ...own, properties };
  const candidates = await writer.read('storyCandidates', { id, bands });
  const same = candidates.filter((candidate) =>
    sameStory(signature, (candidate.signature ?? []) as number[]),
  );
  const stories = [...new Set(same.map(({ story }) => story))];
  return { story: [id, ...stories].sort()[0]!, stories, properties };
}

async function summariseRelationships(
  writer: Writer,
  ids: readonly string[],
  ends: readonly string[],
): Promise<void> {
  for (const some of batches([...ids].sort())) {
    const rows = await writer.read('evidenceOfRelationships', { ids: some });
    const byEdge = new Map<string, typeof rows>();
    for (const row of rows)
      byEdge.set(row.relationshipId, [...(byEdge.get(row.relationshipId) ?? []), row]);
    const gone = some.filter((id) => !byEdge.has(id));
    if (gone.length > 0) await writer.write('removeRelationships', { entities: ends, ids: gone });
    const edges = [...byEdge].map(([id, evidence]) => {
      const { type, source, target } = evidence[0]!;
      const { properties, ...summary } = summarise(
        evidence.map(
          (row): Evidence => ({
            ...row,
            modality: row.modality as Modality,
            properties: row.properties as Evidence['properties'],
          }),
        ),
      );
      return { id, type, source, target, properties: { id, ...summary, ...properties } };
    });
    await writer.write('summariseRelationships', { edges });
  }
}

async function summariseEntities(
  writer: Writer,
  ids: readonly string[],
  spellings: Spellings,
): Promise<void> {
  for (const some of batches([...ids].sort())) {
    await writer.write('removeEntities', { ids: some });
    const rows = await writer.read('evidenceOfEntities', { ids: some });
    const entities = rows.map(({ id, kind, names, facts, statements }) => ({
      id,
      properties: summariseEntity(
        id,
        kind as EntityKind,
        names as Naming[],
        facts as PropertyEvidence[],
        statements,
        spellings.get(id),
      ),
    }));
    await writer.write('summariseEntities', { entities });
  }
}

/**
 * Writes one document in one transaction: what it said before is withdrawn, what it says now is
 * merged, and everything that was touched is summarised again from its statements.
 */
export async function writeDocument(
  database: Database,
  source: SourceDocument,
  extraction: Extraction,
  ids: ReadonlyMap<string, Identity>,
  now: string,
  spellings: Spellings = ownSpellings(),
): Promise<Written> {
  const hash = contentHash(source, extraction.extractor);
  return database.transaction(async (writer) => {
    const [state] = await writer.read('documentState', { id: source.id, source: source.source });
    if (state?.known === hash && state.others.length === 0) return 'unchanged';

    const withdrawn = [source.id, ...(state?.others ?? [])];
    const [before] = await writer.write('withdrawDocuments', { ids: withdrawn });
    const { story, stories, properties } = await storyOf(writer, source.id, extraction.text);
    const { title, url, publisher, publishedOn } = source;
    await writer.write('mergeDocument', {
      id: source.id,
      supersedes: state?.others ?? [],
      properties: {
        ...properties,
        id: source.id,
        source: source.source,
        title: title ?? extraction.title,
        url,
        publisher,
        publishedOn,
        language: extraction.language,
        text: extraction.text,
        skipped: extraction.skipped,
        contentHash: hash,
        story,
        ingestedAt: now,
      },
    });
    const entities = entityRows(extraction, ids);
    for (const some of batches(entities))
      await writer.write('mergeEntities', { document: source.id, entities: some });
    const statements = statementRows(source, extraction, ids, now);
    for (const some of batches(statements))
      await writer.write('mergeStatements', { document: source.id, statements: some });

    const [joined] =
      stories.length > 0
        ? await writer.write('setStory', { stories: [...stories, story], story })
        : [];
    const touched = new Set([
      ...((before?.relationships ?? []) as string[]),
      ...((joined?.relationships ?? []) as string[]),
      ...statements.flatMap(({ relationshipId }) => relationshipId ?? []),
    ]);
    const named = new Set([
      ...((before?.entities ?? []) as string[]),
      ...entities.map(({ id }) => id),
    ]);
    await summariseRelationships(writer, [...touched].filter(Boolean), [...named]);
    await summariseEntities(writer, [...named], spellings);
    return 'written';
  });
}
