import type { Database } from '../../db/database.ts';
import { InputError } from '../../errors.ts';
import { kindOf } from '../../model/ids.ts';
import { compareUnits, MERGE, probabilityOf, REVIEW } from '../resolve/linkage/compare.ts';
import { unitOf } from './unit-of-graph.ts';
import { isCompared, judgementsOf } from './units-of-graph.ts';

function decision(score: number): string {
  if (score >= MERGE) return 'sure enough to be one';
  return score >= REVIEW ? 'for people to review' : 'apart';
}

/**
 * Explains why two entities are one or two: every feature with both values and its weight.
 * @throws {InputError} when they cannot be compared
 */
export async function explain(
  database: Database,
  left: string | undefined,
  right: string | undefined,
): Promise<string> {
  if (!left || !right) throw new InputError('--explain takes two ids, as the API shows them.');
  const units = [await unitOf(database.read, left), await unitOf(database.read, right)];
  const unknown = [left, right].filter((_, at) => units[at] === undefined);
  if (unknown.length > 0) throw new InputError(`the graph holds no ${unknown.join(', ')}.`);
  if (kindOf(left) !== kindOf(right) || !isCompared(left))
    throw new InputError(
      `${left} and ${right} are not compared: only people, bodies and systems of one kind are.`,
    );
  const { score, reasons } = compareUnits(units[0]!, units[1]!);
  const judged = await judgementsOf(database, [left, right]);
  const verdict = judged.find((one) =>
    [one.left, one.right].every((id) => id === left || id === right),
  );
  const lines = reasons.map(
    ({ feature, weight, left: a, right: b, sentence }) =>
      `${weight.toFixed(2).padStart(7)}  ${feature.padEnd(12)} ${a ?? '-'} | ${b ?? '-'}: ${sentence}`,
  );
  const chance = (100 * probabilityOf(score)).toFixed(1);
  return [
    ...lines,
    `${score.toFixed(2).padStart(7)}  in all: a chance of ${chance} in 100, ${decision(score)}`,
    ...(verdict ? [`judged: ${verdict.verdict}`] : []),
  ].join('\n');
}
