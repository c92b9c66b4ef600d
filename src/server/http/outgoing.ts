import type { ServerResponse } from 'node:http';

/** Longer answers are written in pieces, as fast as the client reads. */
const PIECE_BYTES = 65_536;
/** A client that accepts no piece for this long is cut. */
const STALL_MS = 5_000;
/** A client that takes longer than this for the whole answer is cut. */
const WHOLE_MS = 30_000;

/** Resolves when the response can be written or is closed; cuts a client that does not read. */
function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => res.destroy(), STALL_MS);
    const done = () => {
      clearTimeout(timer);
      res.off('drain', done).off('close', done);
      resolve();
    };
    res.on('drain', done).on('close', done);
  });
}

function* piecesOf(body: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += PIECE_BYTES) yield body.subarray(at, at + PIECE_BYTES);
}

/** Writes all parts and ends the response, holding one piece of a stream at a time. */
export async function writeOut(
  res: ServerResponse,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const limit = setTimeout(() => res.destroy(), WHOLE_MS);
  try {
    for await (const part of parts)
      for (const piece of piecesOf(part)) {
        if (res.destroyed) return;
        if (!res.write(piece)) await drained(res);
      }
    res.end();
    await sent(res);
  } finally {
    clearTimeout(limit);
  }
}

/** @returns whether a body is long enough to be written piece by piece */
export const isLong = (bytes: number): boolean => bytes > PIECE_BYTES;

/** Resolves when the last byte was handed to the network or the connection is closed. */
export function sent(res: ServerResponse): Promise<void> {
  if (res.writableFinished || res.closed || res.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = res.writableEnded ? setTimeout(() => res.destroy(), STALL_MS) : undefined;
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    res.once('finish', done).once('close', done);
  });
}
