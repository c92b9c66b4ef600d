import type { TokenSpan } from './tokens.ts';

/** Tags of a token for one kind: outside of mentions, first or further token of one. */
export const OUTSIDE = 0;
const BEGIN = 1;
const INSIDE = 2;
export const TAGS = 3;

/** Log probabilities of the tags of consecutive tokens: those of token `n` begin at `n * TAGS`. */
export type TagScores = Float32Array;

/** The most probable valid sequence of tags: INSIDE only follows BEGIN or INSIDE. */
function bestTags(scores: TagScores): Uint8Array {
  const length = scores.length / TAGS;
  const back = new Uint8Array(scores.length);
  let [outside, begin, inside] = [scores[0]!, scores[1]!, -Infinity];
  for (let at = 1; at < length; at++) {
    const mention = begin >= inside ? BEGIN : INSIDE;
    const open = Math.max(begin, inside);
    const any = outside >= open ? OUTSIDE : mention;
    const best = Math.max(outside, open);
    const place = at * TAGS;
    back[place] = any;
    back[place + BEGIN] = any;
    back[place + INSIDE] = mention;
    [outside, begin, inside] = [
      best + scores[place]!,
      best + scores[place + BEGIN]!,
      open + scores[place + INSIDE]!,
    ];
  }
  const tags = new Uint8Array(length);
  let tag = begin >= inside ? BEGIN : INSIDE;
  if (outside >= Math.max(begin, inside)) tag = OUTSIDE;
  for (let at = length - 1; at >= 0; at--) {
    tags[at] = tag;
    tag = back[at * TAGS + tag]!;
  }
  return tags;
}

/** A span of tokens with the probability of its tags. */
export interface TaggedSpan extends TokenSpan {
  /** 0..1 */
  readonly probability: number;
}

/**
 * Decodes the mentions of one kind in one sentence.
 * @see Viterbi, Error bounds for convolutional codes, 1967
 */
export function spansOf(scores: TagScores): TaggedSpan[] {
  const tags = bestTags(scores);
  const spans: TaggedSpan[] = [];
  for (let from = 0; from < tags.length; from++) {
    if (tags[from] !== BEGIN) continue;
    let to = from + 1;
    let sum = scores[from * TAGS + BEGIN]!;
    for (; tags[to] === INSIDE; to++) sum += scores[to * TAGS + INSIDE]!;
    spans.push({ from, to, probability: Math.exp(sum / (to - from)) });
  }
  return spans;
}
