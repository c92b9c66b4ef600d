import iconv from 'iconv-lite';
import { charsetOf } from '../decode.ts';
import type { Input } from '../reader.ts';

/** Longer lines are skipped while streaming, without being held. */
export const LINE_MAX_BYTES = 10_000_000;

export interface Line {
  readonly number: number;
  readonly byteOffset: number;
  /** Null for a line that is too long. */
  readonly bytes: Buffer | null;
}

/** Recodes UTF-16 to UTF-8, in which a line ends with one byte. */
async function* asUtf8(input: Input): AsyncGenerator<Buffer> {
  const { charset } = charsetOf(input.head.bytes, input.charset);
  if (!charset.startsWith('utf16')) {
    yield* input.chunks();
    return;
  }
  const decoder = iconv.getDecoder(charset);
  for await (const chunk of input.chunks()) yield Buffer.from(decoder.write(chunk));
}

/** The lines of an input without their ends. */
export async function* linesOf(input: Input): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  let offset = 0;
  let start = 0;
  const take = (): Line => {
    const line = {
      number,
      byteOffset: start,
      bytes: length > LINE_MAX_BYTES ? null : Buffer.concat(parts),
    };
    parts = [];
    length = 0;
    number++;
    return line;
  };
  for await (const chunk of asUtf8(input)) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      length += at - from;
      if (length <= LINE_MAX_BYTES) parts.push(chunk.subarray(from, at));
      yield take();
      from = at + 1;
      start = offset + from;
    }
    length += chunk.length - from;
    if (length <= LINE_MAX_BYTES) parts.push(Buffer.from(chunk.subarray(from)));
    else parts = [];
    offset += chunk.length;
  }
  if (length > 0) yield take();
}
