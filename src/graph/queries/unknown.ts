import { InputError } from '../../errors.ts';
import { canonicalId } from '../../model/ids.ts';
import { argumentScope } from '../compile/argument-scope.ts';
import type { Graph } from '../graph.ts';
import { heldVersion, labelsAt } from '../held.ts';

export const canonicalIds = (ids: readonly string[]): string[] => [
  ...new Set(ids.map(canonicalId)),
];

/** @returns those of the ids that no entity has */
export async function unknownIds(
  graph: Graph,
  ids: readonly string[],
  args: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const { scope, params } = argumentScope(args);
  const held = scope.at === undefined ? '' : ` ${heldVersion('e', 'version', scope.at)}`;
  const cypher = `UNWIND $ids AS id MATCH (e:${labelsAt('Entity', scope.at)} {id: id})${held} RETURN e.id AS id`;
  const rows = await graph.run('known', cypher, { ...params, ids: canonicalIds(ids) });
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
  args: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { of } = args;
  if (of == null) return;
  const unknown = await unknownIds(graph, of as string[], args);
  if (unknown.length > 0)
    throw new InputError(`of names ${unknown.join(', ')}, which is nothing in the graph.`);
}
