import { InputError } from '../../errors.ts';
import { FOLLOWED_MODALITIES } from '../../model/kinds.ts';
import { isHeld } from '../held.ts';
import type { Scope } from './field.ts';

const FOLLOWED = `[${FOLLOWED_MODALITIES.map((modality) => `'${modality}'`).join(', ')}]`;
const lastOf = (date: string) => `${date}-99`;

/** The properties of a relationship that give the start and the end of its valid time. */
interface ValidTime {
  readonly since: readonly string[];
  readonly until: readonly string[];
}
const VALID_TIME: ValidTime = { since: ['on', 'from', 'since'], until: ['to'] };

function sureness(value: number): number {
  if (!(value >= 0 && value <= 1))
    throw new InputError(`minConfidence is ${value}; it must be 0 to 1.`);
  return value;
}

/** Condition that a relationship is asserted or planned; the client must ask for others. */
const isFollowed = (edge: string): string => `${edge}.modality IN ${FOLLOWED}`;

type Arguments = Pick<Scope, 'param' | 'value' | 'at'>;

/**
 * Conditions under which a relationship is followed: its modality, its confidence, and the
 * requested dates. A relationship without dates is valid at any time.
 * @param edge the relationship's variable
 */
export function edgeFilter(edge: string, { param, value, at }: Arguments): string[] {
  const asOf = value('asOf') as { valid?: string | null; known?: string | null } | null | undefined;
  const conditions = [
    value('modality') == null ? isFollowed(edge) : `${edge}.modality IN ${param('modality')}`,
  ];
  if (asOf?.valid != null) {
    for (const name of VALID_TIME.since)
      conditions.push(
        `(${edge}.${name} IS NULL OR ${edge}.${name} <= ${param('asOf.valid', lastOf)})`,
      );
    for (const name of VALID_TIME.until)
      conditions.push(
        `(${edge}.${name} IS NULL OR ${edge}.${name} + '-99' >= ${param('asOf.valid')})`,
      );
  }
  if (asOf?.known != null) conditions.push(`${edge}.firstSeen <= ${param('asOf.known', lastOf)}`);
  if (value('minConfidence') != null)
    conditions.push(`${edge}.confidence >= ${param('minConfidence', sureness)}`);
  if (at !== undefined) conditions.push(isHeld(edge, at));
  return conditions;
}
