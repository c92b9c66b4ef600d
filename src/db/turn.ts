import type { Writer } from './database.ts';

const MILLISECOND = 1;

/** @returns the next moment after another, or now where that is later: no two turns are of one moment */
function momentAfter(last: string | null, now: number): string {
  const next = last === null ? now : Math.max(now, Date.parse(last) + MILLISECOND);
  return new Date(next).toISOString();
}

/**
 * Takes the one turn of writing, until the transaction ends. What is recorded in it, and what that takes
 * the place of, tells the moment that is noted on the graph; the clocks of several writers may differ,
 * so it is never before that of the turn before.
 * @returns notes the moment; to be called before anything is written that is to be read as of it
 */
export async function takeTurn(writer: Writer): Promise<() => Promise<void>> {
  const [graph] = await writer.write('takeTurn', {});
  const at = momentAfter(graph!.recordedAt, Date.now());
  return async () => {
    await writer.write('noteMoment', { at });
  };
}
