import type { Database } from '../../db/database.ts';
import { InputError } from '../../errors.ts';
import { resolveGraph } from '../merge/resolve-graph.ts';
import { withdrawBatch } from '../write/write-batch.ts';

/** What was taken out. */
interface Removed {
  readonly documents: readonly string[];
  /** Whether what they were was deleted, too. */
  readonly forgotten: boolean;
}

/**
 * Takes a document out, with every version of its source: what it said is taken back, and what that
 * touches is summarised again. What the graph said until then can be asked again.
 * @param forget deletes also what was: of each document a tombstone stays, with its id and the time
 * @throws {InputError} when there is no document of that id or source
 */
export async function removeDocument(
  database: Database,
  name: string,
  { forget = false }: { readonly forget?: boolean } = {},
): Promise<Removed> {
  const versions = await database.read('documentsNamed', { name });
  if (versions.length === 0)
    throw new InputError(
      `there is no document ${name}; give an id or a source as the API shows it.`,
    );
  const ids = versions.map(({ id }) => id);
  const holding = versions
    .filter(({ current }) => current)
    .map(({ id, story }) => ({ id, story: story ?? id, why: 'REMOVED' as const }));
  await withdrawBatch(database, holding, async (writer) => {
    await writer.write('removeDocuments', { ids });
    if (forget) await writer.write('forgetDocuments', { ids });
  });
  await resolveGraph(database);
  return { documents: ids, forgotten: forget };
}
