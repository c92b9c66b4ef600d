import type { Counts } from './counts.ts';

const CONFIDENCE_MAX = 0.99;
/** With less doubt than this the confidence is the highest there is, whatever else is said. */
const DOUBT_MIN = (1 - CONFIDENCE_MAX) / 2;

/** Confidences of stories with how many stories have each, the lowest first. */
const inOrder = (best: Counts) =>
  best
    .numbers()
    .map(([key, stories]) => ({ confidence: Number(key), stories }))
    .sort((a, b) => a.confidence - b.confidence);

/** The chance that all of some independent sources are wrong: Π(1 - best of each story). */
function doubtOf(best: Counts): number {
  let doubt = 1;
  for (const { confidence, stories } of inOrder(best))
    for (let story = 0; story < stories && doubt > DOUBT_MIN; story++) doubt *= 1 - confidence;
  return doubt;
}

/**
 * How sure a relationship is, 0 to 0.99 in thousandths. Sources that agree by chance grow rarer with
 * each: 1 - Π(1 - best of each story). Each independent source that denies it takes up to half of the
 * odds, by how surely it denies: who is accused denies, too, so that a denial weighs less than a report.
 * @param best stories that say so by their best confidence
 * @param denials stories that deny it and do not say so themselves, by their best confidence
 */
export function confidenceOf(best: Counts, denials: Counts): number {
  const doubt = doubtOf(best);
  const kept = inOrder(denials).reduce(
    (share, { confidence, stories }) => share * (1 - confidence / 2) ** stories,
    1,
  );
  const support = Math.min(CONFIDENCE_MAX, 1 - doubt) * kept;
  const against = Math.max(1 - CONFIDENCE_MAX, doubt);
  return Math.round((support / (support + against)) * 1000) / 1000;
}
