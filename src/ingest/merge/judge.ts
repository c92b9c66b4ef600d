import type { Database } from '../../db/database.ts';
import { InputError } from '../../errors.ts';
import { kindOf, shortHash } from '../../model/ids.ts';
import { compareUnits } from '../resolve/linkage/compare.ts';
import type { Judged } from '../resolve/linkage/unit.ts';
import { type Resolved, reasonsOf, resolveGraph } from './resolve-graph.ts';
import { unitOf } from './unit-of-graph.ts';
import { isCompared } from './units-of-graph.ts';

export const VERDICTS = ['same', 'different', 'unsure'] as const;

/** A person's decision on two entities. */
export interface Verdict extends Judged {
  readonly who: string;
  readonly why: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** A recorded judgement, and what it changed. */
export interface Recorded {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly resolved: Resolved;
}

/**
 * Appends a judgement to the list of all judgements, and resolves what it touches.
 * @throws {InputError} when an id is unknown, or the two are of different kinds
 */
export async function judge(database: Database, verdict: Verdict): Promise<Recorded> {
  const [left, right] = [verdict.left, verdict.right].sort() as [string, string];
  if (left === right) throw new InputError(`${left} is one already; name two entities.`);
  const units = await Promise.all([left, right].map((id) => unitOf(database.read, id)));
  const unknown = [left, right].filter((_, at) => units[at] === undefined);
  if (unknown.length > 0)
    throw new InputError(
      `the graph holds no ${unknown.join(', ')}; give ids as the API shows them.`,
    );
  if (kindOf(left) !== kindOf(right))
    throw new InputError(`${left} and ${right} are of two kinds and cannot be one.`);
  const [a, b] = units as [NonNullable<(typeof units)[0]>, NonNullable<(typeof units)[0]>];
  const compared = isCompared(left) ? reasonsOf(compareUnits(a, b)) : {};
  const { at, who, why } = verdict;
  const id = `judgement:${shortHash(left, right, verdict.verdict, who, at)}`;
  const properties = { id, left, right, verdict: verdict.verdict, who, why, at, ...compared };
  await database.transaction(async (writer) => {
    await writer.write('keepJudgement', { id, properties: properties as never });
    await writer.write('noteUnresolved', { ids: [left, right] });
  });
  return { id, left, right, resolved: await resolveGraph(database) };
}

/**
 * Withdraws a judgement: it stays in the list, but the graph becomes as if it had never been given.
 * @throws {InputError} when the id is unknown, or the judgement was withdrawn before
 */
export async function withdrawJudgement(
  database: Database,
  id: string,
  { who, at }: Pick<Verdict, 'who' | 'at'>,
): Promise<Recorded> {
  const [row] = await database.transaction(async (writer) => {
    const rows = await writer.write('withdrawJudgement', { id, at, who });
    await writer.write('noteUnresolved', { ids: rows.flatMap((one) => [one.left, one.right]) });
    return rows;
  });
  if (row === undefined)
    throw new InputError(`no judgement ${id} holds; give the id that it was recorded by.`);
  return { id, ...row, resolved: await resolveGraph(database) };
}
