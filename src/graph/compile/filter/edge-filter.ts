import { InputError } from '../../../errors.ts';
import { FOLLOWED_MODALITIES } from '../../../model/kinds.ts';
import { isHeld } from '../../held.ts';
import { asKnown, lastOf, wasFollowed } from '../../known.ts';
import type { Scope } from '../field.ts';

const FOLLOWED = `[${FOLLOWED_MODALITIES.map((modality) => `'${modality}'`).join(', ')}]`;

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

type Arguments = Pick<Scope, 'param' | 'value' | 'at' | 'known'>;

/** The conditions on a summary: its confidence, that it was so on a date, and a modality asked for. */
export function summaryFilter(summary: string, { param, value }: Arguments): string[] {
  const asOf = value('asOf') as { valid?: string | null } | null | undefined;
  const conditions =
    value('modality') == null ? [] : [`${summary}.modality IN ${param('modality')}`];
  if (asOf?.valid != null) {
    for (const name of VALID_TIME.since)
      conditions.push(
        `(${summary}.${name} IS NULL OR ${summary}.${name} <= ${param('asOf.valid', lastOf)})`,
      );
    for (const name of VALID_TIME.until)
      conditions.push(
        `(${summary}.${name} IS NULL OR ${summary}.${name} + '-99' >= ${param('asOf.valid')})`,
      );
  }
  if (value('minConfidence') != null)
    conditions.push(`${summary}.confidence >= ${param('minConfidence', sureness)}`);
  return conditions;
}

/** The properties of a summary that its conditions read. */
const readBy = ({ value }: Arguments): string[] => {
  const { valid } = (value('asOf') ?? {}) as { valid?: string | null };
  return [
    ...(value('modality') == null ? [] : ['modality']),
    ...(value('minConfidence') == null ? [] : ['confidence']),
    ...(valid == null ? [] : [...VALID_TIME.since, ...VALID_TIME.until]),
  ];
};

/** What of a relationship is told by what is stored of it, without its summary of another day. */
export function storedFilter(edge: string, { value, at, known }: Arguments): string[] {
  const conditions = at === undefined ? [] : [isHeld(edge, at)];
  if (value('modality') == null)
    conditions.push(known === undefined ? isFollowed(edge) : wasFollowed(edge, known));
  return conditions;
}

/**
 * Conditions under which a relationship is followed: its modality, its confidence, and the
 * requested dates. A relationship without dates is valid at any time.
 * @param edge the relationship's variable
 */
export function edgeFilter(edge: string, args: Arguments): string[] {
  const { known, at } = args;
  const stored = storedFilter(edge, args);
  if (known === undefined) return [...stored, ...summaryFilter(edge, args)];
  const asked = summaryFilter('kEdge', args);
  if (asked.length === 0) return stored;
  const summary = asKnown(edge, { at, known }, readBy(args));
  return [...stored, `any(kEdge IN [${summary}] WHERE ${asked.join(' AND ')})`];
}

/** A relationship that a clause follows, and the variable that holds its summary. */
interface Followed {
  /** What follows the MATCH that binds it. */
  readonly where: string;
  readonly summary: string;
}

/**
 * The conditions of `edgeFilter` for a clause that reads the relationship's summary too.
 * @param read names of the properties that are read of the summary
 * @param more further conditions, on what the MATCH binds
 */
export function followed(
  edge: string,
  args: Arguments,
  read: readonly string[],
  more: readonly string[] = [],
): Followed {
  const { at, known } = args;
  if (known === undefined)
    return { where: `WHERE ${[...edgeFilter(edge, args), ...more].join(' AND ')}`, summary: edge };
  const first = [...storedFilter(edge, args), ...more];
  const asked = summaryFilter('kTold', args);
  const where = (conditions: readonly string[]) =>
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}\n` : '';
  return {
    where: `${where(first)}WITH *, ${asKnown(edge, { at, known }, [...read, ...readBy(args)])} AS kTold
${where(asked)}`,
    summary: 'kTold',
  };
}
