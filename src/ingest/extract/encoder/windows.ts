import type { TokenSpan } from './tokens.ts';

/** Tokens that the encoder reads at once; results are taken for those from `from` to `to`. */
export interface Window extends TokenSpan {
  readonly tokens: readonly number[];
}

/** Most tokens with results: whole sentences, as many as fit; longer ones are cut. */
const CORE = 170;
/** Tokens of context before and behind them. */
const LEFT = 40;
const RIGHT = 24;
/** Neighbouring sentences that the context is taken from. */
const NEIGHBOURS = 3;

const lengthOf = ({ from, to }: TokenSpan) => to - from;
const numbersOf = (pieces: readonly TokenSpan[]) =>
  pieces.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));

function cut({ from, to }: TokenSpan): TokenSpan[] {
  return Array.from({ length: Math.ceil((to - from) / CORE) }, (_, at) => ({
    from: from + at * CORE,
    to: Math.min(to, from + (at + 1) * CORE),
  }));
}

/** Divides sentences into windows that give a result for each token once. */
export function windowsOver(sentences: readonly TokenSpan[]): Window[] {
  const pieces = sentences.flatMap(cut);
  const windows: Window[] = [];
  for (let at = 0; at < pieces.length; ) {
    let till = at + 1;
    let length = lengthOf(pieces[at]!);
    while (till < pieces.length && length + lengthOf(pieces[till]!) <= CORE)
      length += lengthOf(pieces[till++]!);
    const before = numbersOf(pieces.slice(Math.max(0, at - NEIGHBOURS), at)).slice(-LEFT);
    const behind = numbersOf(pieces.slice(till, till + NEIGHBOURS)).slice(0, RIGHT);
    const tokens = [...before, ...numbersOf(pieces.slice(at, till)), ...behind];
    windows.push({ tokens, from: before.length, to: before.length + length });
    at = till;
  }
  return windows;
}
