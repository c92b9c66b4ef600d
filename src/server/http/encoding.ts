import { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Smaller answers fit into a packet or two anyway. */
const COMPRESSED_FROM = 1_024;
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?json|image\/svg)/;
/** What makes texts small without taking longer than it saves. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 6;

/** The best encoding that a client takes; null when it takes none of ours. */
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

/** Whether a body is worth compressing: then caches must know that it comes in several forms. */
export const isCompressible = (type: string | undefined, length: number): boolean =>
  length >= COMPRESSED_FROM && type !== undefined && TEXT.test(type);

/** A body compressed, made as fast as it is read: what comes of it is never held whole. */
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
