import type { FuzzyDate } from '../../../model/dates.ts';
import type { Modality } from '../../../model/kinds.ts';
import type { Counts } from '../counts.ts';

/** Stages of a sale, from first to last. */
const LADDER = ['rumoured', 'proposed', 'approved', 'contracted', 'delivered'] as const;
type Rung = (typeof LADDER)[number];
const CANCELLED = 'cancelled';
const UNDATED = '';

const isRung = (stage: string): stage is Rung => (LADDER as readonly string[]).includes(stage);
const heightOf = (stage: string) => (LADDER as readonly string[]).indexOf(stage);

/** The stage that a statement supports: a planned contract is a proposal. */
function reachedBy(stage: string, modality: Modality): string {
  const isAhead = modality !== 'asserted' && (stage === CANCELLED || heightOf(stage) > 1);
  return isAhead ? 'proposed' : stage;
}

/** Counts the stages in one story, with their days. */
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
 * The most advanced stage, not the most frequent: papers write "approved" long after the contract.
 * The sale is cancelled if a cancellation is dated no earlier than the first mention of that stage;
 * an undated cancellation is the latest.
 * @returns null where no stage is stated
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
