import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Input, openInput, type Reader, type Reading, spend } from '../reader.ts';
import { type ReadItem, Refusal } from '../record.ts';
import { RATIO_FREE, RATIO_MAX } from './unzip.ts';
import { DEPTH_MAX } from './zip.ts';

/** Inflates a stream while it is read, including several members in a row. */
async function* inflated(input: Input): AsyncGenerator<Buffer> {
  let [given, made] = [0, 0];
  async function* counted() {
    for await (const chunk of input.chunks()) {
      given += chunk.length;
      yield chunk;
    }
  }
  try {
    for await (const part of Readable.from(counted()).pipe(
      createGunzip(),
    ) as AsyncIterable<Buffer>) {
      made += part.length;
      spend(input.budget, { bytes: part.length });
      if (made > Math.max(RATIO_FREE, RATIO_MAX * given))
        throw new Refusal(
          `inflates to more than ${RATIO_MAX} times its size; unpack it first if that is meant`,
        );
      yield part;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`is no sound gzip file: ${(error as Error).message}; pack it anew`);
  }
}

async function* readGzip(input: Input, { inner }: Reading): AsyncGenerator<ReadItem> {
  if (input.depth > DEPTH_MAX)
    throw new Refusal(`lies in more than ${DEPTH_MAX} archives; unpack it`);
  const { name, charset, given, fallback, depth, budget, unnamed } = input;
  const known = { name, charset, given, fallback, depth: depth + 1, left: budget, unnamed };
  yield* inner(await openInput(known, inflated(input)));
}

/** Any file packed with gzip, which is read under the same name. */
export const gzipReader: Reader = {
  format: 'gzip',
  maxBytes: null,
  recognise: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b,
  read: readGzip,
};
