import type { Counts } from './counts.ts';

const CONFIDENCE_MAX = 0.99;
/** Doubt below which the confidence is the highest possible. */
const DOUBT_MIN = (1 - CONFIDENCE_MAX) / 2;

/** Confidences with their numbers of stories, ascending. */
const inOrder = (best: Counts) =>
  best
    .numbers()
    .map(([key, stories]) => ({ confidence: Number(key), stories }))
    .sort((a, b) => a.confidence - b.confidence);

/** The probability that all independent sources are wrong: Π(1 - best of each story). */
function doubtOf(best: Counts): number {
  let doubt = 1;
  for (const { confidence, stories } of inOrder(best))
    for (let story = 0; story < stories && doubt > DOUBT_MIN; story++) doubt *= 1 - confidence;
  return doubt;
}

/**
 * Confidence in a relationship, 0 to 0.99 in thousandths: 1 - Π(1 - best of each story). Each
 * independent source that denies it takes up to half of the odds, by its confidence: a denial
 * weighs less than a report, because the accused deny, too.
 * @param best number of stories that state it, by their best confidence
 * @param denials number of stories that only deny it, by their best confidence
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
