import { type EntityKind, KIND_NAMES } from '../../../model/kinds.ts';
import type { Span } from '../../text/text.ts';
import { OUTSIDE, spansOf, TAGS } from './tags.ts';
import { type TokenSpan, type Tokens, tokensIn } from './tokens.ts';
import type { Window } from './windows.ts';

/** A mention found by the encoder. */
export interface EncodedSpan extends Span {
  readonly kind: EntityKind;
  /** 0..1 */
  readonly probability: number;
}

/** Scores per token: all tags of all kinds. */
const SCORES = KIND_NAMES.length * TAGS;

/** The encoder's scores for a text. */
export class Reading {
  readonly tokens: Tokens;
  /** Log probabilities of the tags for each token and kind; unread tokens are outside. */
  private readonly scores: Float32Array;
  /** The last layer's state of each token that is read, which takes a hundred times its text. */
  private states = new Float32Array();
  /** Numbers in a state; 0 until something is read. */
  width = 0;
  /** How many tokens are read, from the first one on. */
  readonly read: number;

  constructor(tokens: Tokens, read: number) {
    this.tokens = tokens;
    this.read = read;
    this.scores = new Float32Array(tokens.ids.length * SCORES).fill(-20);
    for (let at = OUTSIDE; at < this.scores.length; at += TAGS) this.scores[at] = 0;
  }

  /** @param logits and states of the window's tokens, including the special pieces around it */
  put({ tokens, from, to }: Window, logits: Float32Array, states: Float32Array): void {
    const width = states.length / (tokens.length + 2);
    if (this.width === 0) this.states = new Float32Array(this.read * width);
    this.width = width;
    for (let at = from; at < to; at++) {
      const token = tokens[at]!;
      this.states.set(states.subarray((at + 1) * width, (at + 2) * width), token * width);
      const target = token * SCORES;
      const source = (at + 1) * SCORES;
      for (let place = 0; place < SCORES; place += TAGS) {
        const all = logits.subarray(source + place, source + place + TAGS);
        const most = Math.max(...all);
        const sum = all.reduce((total, logit) => total + Math.exp(logit - most), 0);
        const norm = most + Math.log(sum);
        for (let tag = 0; tag < TAGS; tag++) this.scores[target + place + tag] = all[tag]! - norm;
      }
    }
  }

  /** States of some tokens, one after another. */
  statesOf({ from, to }: TokenSpan): Float32Array {
    return this.states.subarray(from * this.width, to * this.width);
  }

  private outside(token: number, kind: number): number {
    return this.scores[token * SCORES + kind * TAGS + OUTSIDE]!;
  }

  /** Mean probability over a span's tokens, 0..1, that they belong to a mention of a kind. */
  support(kind: EntityKind, span: Span): number {
    const tokens = tokensIn(this.tokens, span);
    if (!tokens) return 0;
    const number = KIND_NAMES.indexOf(kind);
    let sum = 0;
    for (let at = tokens.from; at < tokens.to; at++) sum += 1 - Math.exp(this.outside(at, number));
    return sum / (tokens.to - tokens.from);
  }

  /** The encoder's mentions by sentence and kind. */
  spans(): EncodedSpan[] {
    const found: EncodedSpan[] = [];
    const { sentences, starts, ends } = this.tokens;
    for (const { from, to } of sentences)
      for (const [number, kind] of KIND_NAMES.entries()) {
        let least = 0;
        for (let at = from; at < to; at++) least = Math.min(least, this.outside(at, number));
        // Few sentences name all kinds, so most kinds are skipped.
        if (least > Math.log(0.9)) continue;
        const own = new Float32Array((to - from) * TAGS);
        for (let at = from; at < to; at++) {
          const place = at * SCORES + number * TAGS;
          own.set(this.scores.subarray(place, place + TAGS), (at - from) * TAGS);
        }
        for (const span of spansOf(own))
          found.push({
            kind,
            start: starts[from + span.from]!,
            end: ends[from + span.to - 1]!,
            probability: span.probability,
          });
      }
    return found;
  }
}
