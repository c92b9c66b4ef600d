import { ReadableStream } from 'node:stream/web';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { leftOut } from '../left-out.ts';
import { type Input, innerInput, type Reader, type Reading, spend } from '../reader.ts';
import { type ReadItem, Refusal, reject, skip } from '../record.ts';
import { DEPTH_MAX } from './zip.ts';

const ENTRY_MAX = 64_000_000;

async function contentOf(body: ParsedTarEntry['body'], input: Input): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body as unknown as ReadableStream<Uint8Array>) {
    spend(input.budget, { bytes: part.length });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function* readTar(input: Input, { inner }: Reading): AsyncGenerator<ReadItem> {
  if (input.depth >= DEPTH_MAX)
    throw new Refusal(`lies in more than ${DEPTH_MAX} archives; unpack it`);
  const decoder = createTarDecoder({ strict: false });
  const entries = ReadableStream.from<Uint8Array>(input.chunks()).pipeThrough(
    decoder as never,
  ) as ReadableStream<ParsedTarEntry>;
  let files = 0;
  for await (const { header, body } of entries) {
    const name = `${input.name}!/${header.name}`;
    const isFile = header.type === undefined || header.type === 'file';
    const link = header.type === 'symlink' || header.type === 'link';
    const reason = link ? 'is a link' : leftOut(header.name, new Set());
    if (!isFile || reason !== null || header.size > ENTRY_MAX) {
      await body.cancel();
      if (isFile && reason === null)
        yield reject(name, `is larger than ${ENTRY_MAX} bytes; unpack the archive and split it`);
      else if (reason !== null && header.type !== 'directory') yield skip(name, reason);
      continue;
    }
    files++;
    const bytes = await contentOf(body, input);
    yield* inner(await innerInput(input, { name }, bytes));
  }
  if (files === 0) throw new Refusal('is an archive without files');
}

export const tarReader: Reader = {
  format: 'tar',
  maxBytes: null,
  recognise: ({ bytes }) => bytes.subarray(257, 262).toString('latin1') === 'ustar',
  read: readTar,
};
