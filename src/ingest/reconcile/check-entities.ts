import type { Writer } from '../../db/database.ts';
import { kindOf } from '../../model/ids.ts';
import type { Spellings } from '../resolve/spellings.ts';
import type { Counts } from '../write/counts.ts';
import {
  type EntityProperties,
  type Naming,
  type PropertyEvidence,
  summaryOfEntity,
  tallyOfEntity,
} from '../write/entity-summary.ts';
import { keptOf } from '../write/kept.ts';
import { differs, type Properties } from './differs.ts';

/** An entity with a wrong summary, and the right one; null where no document names it any more. */
export interface WrongEntity {
  readonly id: string;
  readonly what: string;
  readonly expected: { readonly properties: EntityProperties; readonly counts: Counts } | null;
}

/** Compares stored entities with their mentions and statements. */
export async function checkEntities(
  read: Writer['read'],
  ids: readonly string[],
  spellings: Spellings,
): Promise<WrongEntity[]> {
  const stored = await read('entitiesById', { ids });
  const rows = await read('evidenceOfEntities', { ids });
  const evidence = new Map(rows.map((row) => [row.id, row]));
  const kept = await keptOf({ read }, ids);
  return stored.flatMap(({ id, properties }): WrongEntity[] => {
    const { names = [], facts = [], statements = 0 } = evidence.get(id) ?? {};
    if ((names as unknown[]).length === 0)
      return [{ id, what: 'no document names it', expected: null }];
    const counts = tallyOfEntity(names as Naming[], facts as PropertyEvidence[], statements);
    const right = summaryOfEntity(id, kindOf(id), counts, spellings.get(id));
    const wrong = (what: string) => [{ id, what, expected: { properties: right, counts } }];
    const difference = differs(properties as Properties, right);
    if (difference !== null) return wrong(difference);
    const held = kept.get(id)?.counts;
    const isRight = !held || JSON.stringify(held) === JSON.stringify(counts);
    return isRight ? [] : wrong('its kept counts are wrong');
  });
}
