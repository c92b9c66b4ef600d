import { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Smaller answers fit into one or two packets anyway. */
const COMPRESSED_FROM = 1_024;
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?json|image\/svg)/;
/** Levels that compress well without taking longer than they save. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 6;

/** The best encoding that a client accepts; null when it accepts none of ours. */
export function encodingOf(accepted: string | string[] | undefined): Encoding | null {
  if (accepted === undefined) return null;
  const taken = new Map(
    String(accepted)
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
        const quality = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
        return [name, Number(quality) > 0] as const;
      }),
  );
  const takes = (name: Encoding) => taken.get(name) ?? taken.get('*') ?? false;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}

/** Whether a body is worth compressing, so that it needs a `vary` header. */
export const isCompressible = (type: string | undefined, length: number): boolean =>
  length >= COMPRESSED_FROM && type !== undefined && TEXT.test(type);

/** Compresses a body as fast as it is read, so that the result is never held as a whole. */
export function compressed(
  encoding: Encoding,
  parts: Iterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const stream =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : createGzip({ level: GZIP_LEVEL });
  Readable.from(parts).pipe(stream);
  return stream;
}
