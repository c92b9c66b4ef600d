import type { Database } from '../db/database.ts';
import { InputError } from '../errors.ts';
import type { EntityKind } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import { EXPORT_TIMEOUT } from './timeout.ts';

/** The part of the graph that is exported; by default all of it. */
export interface Selection {
  readonly kinds?: readonly EntityKind[];
  readonly types?: readonly RelationshipType[];
  /** First and last day on which a document must have stated a relationship. */
  readonly since?: string;
  readonly until?: string;
  /** 0..1 */
  readonly confidence?: number;
  /** An entity, and how many steps around it are included. */
  readonly around?: { readonly id: string; readonly hops: number };
}

/** Most entities around one. */
const AROUND_MAX = 100_000;
const ASKED_TOGETHER = 1_000;

/**
 * The ids of the entities around one, sorted.
 * @throws {InputError} when the entity does not exist, or too many are around it
 */
export async function entitiesAround(
  database: Database,
  { id, hops }: NonNullable<Selection['around']>,
): Promise<string[]> {
  const [start] = await database.read('exportEntitiesById', { ids: [id] }, EXPORT_TIMEOUT);
  if (!start) throw new InputError(`there is no entity "${id}"; look for its id in the explorer.`);
  const found = new Set([id]);
  let edge = [id];
  for (let hop = 0; hop < hops; hop++) {
    const next = new Set<string>();
    for (let at = 0; at < edge.length; at += ASKED_TOGETHER) {
      const ids = edge.slice(at, at + ASKED_TOGETHER);
      const limit = AROUND_MAX + 1;
      for (const row of await database.read('exportNeighbours', { ids, limit }, EXPORT_TIMEOUT))
        if (!found.has(row.id)) next.add(row.id);
      if (found.size + next.size > AROUND_MAX)
        throw new InputError(
          `more than ${AROUND_MAX} entities stand round ${id} in ${hop + 1} hops; ask for fewer hops, or export the whole graph.`,
        );
    }
    for (const one of next) found.add(one);
    edge = [...next];
  }
  return [...found].sort();
}

/** The relationship types that the selection allows. */
export const typesOf = ({ types }: Selection): readonly RelationshipType[] =>
  types ? RELATIONSHIP_TYPES.filter((type) => types.includes(type)) : RELATIONSHIP_TYPES;

/** Whether the selection has a condition on relationships. */
export const choosesRelationships = ({ types, since, until, confidence }: Selection): boolean =>
  [types, since, until, confidence].some((one) => one !== undefined);
