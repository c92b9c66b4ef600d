import type { FuzzyDate } from '../../model/dates.ts';
import type { Modality } from '../../model/kinds.ts';
import type { Counts } from './counts.ts';

/** How far a sale may be, from the first rung to the last. */
const LADDER = ['rumoured', 'proposed', 'approved', 'contracted', 'delivered'] as const;
type Rung = (typeof LADDER)[number];
const CANCELLED = 'cancelled';
const UNDATED = '';

const isRung = (stage: string): stage is Rung => (LADDER as readonly string[]).includes(stage);
const heightOf = (stage: string) => (LADDER as readonly string[]).indexOf(stage);

/** Which rung a statement sets a sale on: a contract that is planned is as far as a proposal. */
function reachedBy(stage: string, modality: Modality): string {
  const isAhead = modality !== 'asserted' && (stage === CANCELLED || heightOf(stage) > 1);
  return isAhead ? 'proposed' : stage;
}

/** What one story tells of the stage of a sale, as counts of days by rung. */
export function countStage(
  evidence: readonly { value: string; modality: Modality; publishedOn: FuzzyDate | null }[],
  tally: Counts,
): void {
  const told = evidence.map(({ value, modality, publishedOn }) =>
    JSON.stringify([reachedBy(value, modality), publishedOn ?? UNDATED]),
  );
  for (const each of new Set(told)) {
    const [stage, day] = JSON.parse(each) as [string, string];
    tally.add(1, 'rungs', stage, day);
  }
}

/**
 * The furthest rung that is told, and never a vote: papers go on writing "approved" long after the
 * contract. It is cancelled where a cancellation is told no earlier than the furthest rung first was;
 * an undated one counts as the last word.
 * @returns null where nothing is told of a stage
 */
export function stageOf(tally: Counts): string | null {
  const rungs = tally.under('rungs');
  const stages = rungs.names();
  const furthest = stages.filter(isRung).sort((a, b) => heightOf(b) - heightOf(a))[0];
  if (!stages.includes(CANCELLED)) return furthest ?? [...stages].sort()[0] ?? null;
  if (furthest === undefined) return CANCELLED;
  const [reached = UNDATED] = rungs.under(furthest).names().sort();
  const ends = rungs.under(CANCELLED).names().sort();
  return ends[0] === UNDATED || ends.at(-1)! >= reached ? CANCELLED : furthest;
}
