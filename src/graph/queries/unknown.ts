import { InputError } from '../../errors.ts';
import { canonicalId } from '../../model/ids.ts';
import type { Graph } from '../graph.ts';

export const canonicalIds = (ids: readonly string[]): string[] => [
  ...new Set(ids.map(canonicalId)),
];

/** @returns those of the ids that no entity has */
export async function unknownIds(graph: Graph, ids: readonly string[]): Promise<string[]> {
  const rows = await graph.run(
    'known',
    'UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id AS id',
    { ids: canonicalIds(ids) },
  );
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(canonicalId(id)));
}

/**
 * Explains an empty answer whose `of` names an unknown id. This extra read runs only when nothing
 * was found.
 * @throws {InputError} naming the unknown ids
 */
export async function unknownOf(
  graph: Graph,
  { of }: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (of == null) return;
  const unknown = await unknownIds(graph, of as string[]);
  if (unknown.length > 0)
    throw new InputError(`of names ${unknown.join(', ')}, which is nothing in the graph.`);
}
