import type { Database } from '../db/database.ts';
import { InputError } from '../errors.ts';
import type { EntityKind } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import { EXPORT_TIMEOUT } from './timeout.ts';

/** Which part of the graph is exported; without anything, all of it. */
export interface Selection {
  readonly kinds?: readonly EntityKind[];
  readonly types?: readonly RelationshipType[];
  /** What a document said on this day or later, or on this day or earlier. */
  readonly since?: string;
  readonly until?: string;
  /** 0..1 */
  readonly confidence?: number;
  /** One entity and what is near it. */
  readonly around?: { readonly id: string; readonly hops: number };
}

/** Entities round one that are exported together. */
const AROUND_MAX = 100_000;
const ASKED_TOGETHER = 1_000;

/**
 * The entities round one.
 * @returns ids in order of text
 * @throws {InputError} when there is no such entity, or there are too many round it
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

/** The types that may be among what is selected. */
export const typesOf = ({ types }: Selection): readonly RelationshipType[] =>
  types ? RELATIONSHIP_TYPES.filter((type) => types.includes(type)) : RELATIONSHIP_TYPES;

/** Whether it asks for relationships of some kind, rather than for all there are. */
export const choosesRelationships = ({ types, since, until, confidence }: Selection): boolean =>
  [types, since, until, confidence].some((one) => one !== undefined);
