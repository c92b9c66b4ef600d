import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { type Input, innerInput, type Reader, type Reading } from '../reader.ts';
import { type ReadItem, Refusal, reject, skip } from '../record.ts';
import { ByteStream } from '../sources/byte-stream.ts';

const LINE_MAX = 65_536;
const HEADERS_MAX = 200;
/** Longest record in bytes; longer pages are no articles, and are skipped while streaming. */
const RECORD_MAX = 20_000_000;
const TEXTS =
  /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|pdf|rss\+xml|atom\+xml|xml|msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))/;

type Headers = ReadonlyMap<string, string>;

async function headersOf(stream: ByteStream): Promise<Headers> {
  const headers = new Map<string, string>();
  for (let count = 0; count < HEADERS_MAX; count++) {
    const line = await stream.line(LINE_MAX);
    if (line === null || line === '') break;
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function dechunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size =
      end < 0 ? Number.NaN : Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    if (Number.isNaN(size)) return body;
    if (size === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function decompress(body: Buffer, encoding: string): Buffer {
  const options = { maxOutputLength: RECORD_MAX };
  try {
    if (/gzip/.test(encoding)) return gunzipSync(body, options);
    if (/br/.test(encoding)) return brotliDecompressSync(body, options);
    return /deflate/.test(encoding) ? inflateSync(body, options) : body;
  } catch {
    // Many crawlers keep the header after unpacking the body.
    return body;
  }
}

interface Response {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** A web server's response as a crawler stored it. */
async function responseOf(block: Buffer): Promise<Response> {
  const stream = new ByteStream(
    (async function* () {
      yield block;
    })(),
  );
  const status = Number(/^HTTP\/\S+\s+(\d{3})/.exec((await stream.line(LINE_MAX)) ?? '')?.[1] ?? 0);
  const headers = await headersOf(stream);
  const body = block.subarray(stream.offset);
  const plain = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? dechunk(body) : body;
  return {
    status,
    type: headers.get('content-type')?.toLowerCase() ?? '',
    body: decompress(plain, headers.get('content-encoding')?.toLowerCase() ?? ''),
  };
}

async function* readPage(
  input: Input,
  block: Buffer,
  headers: Headers,
  { inner }: Reading,
): AsyncGenerator<ReadItem> {
  const url = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  const name = `${input.name}!/${url || headers.get('warc-record-id')}`;
  const stored =
    headers.get('warc-type') === 'response' && block.subarray(0, 5).toString('latin1') === 'HTTP/';
  const { status, type, body } = stored
    ? await responseOf(block)
    : { status: 200, type: headers.get('content-type')?.toLowerCase() ?? '', body: block };
  if (status !== 200) yield skip(name, `is an answer of the status ${status}`);
  else if (type !== '' && !TEXTS.test(type))
    yield skip(name, `is of the type ${type.split(';')[0]}`);
  else if (body.length === 0) yield skip(name, 'is empty');
  else {
    const charset = /charset\s*=\s*["']?([\w.:-]+)/.exec(type)?.[1] ?? null;
    const declared = type.split(';')[0]!.trim() || null;
    yield* inner(await innerInput(input, { name, declared, charset, fallback: { url } }, body));
  }
}

async function* readWarc(input: Input, reading: Reading): AsyncGenerator<ReadItem> {
  const stream = new ByteStream(input.chunks());
  let records = 0;
  for (let blank = 0; ; ) {
    const start = stream.offset;
    const line = await stream.line(LINE_MAX);
    if (line === null) break;
    if (line === '' && blank++ < 16) continue;
    blank = 0;
    if (!/^WARC\/\d/.test(line))
      throw new Refusal(
        `is broken at byte ${start}: a record must begin with "WARC/1.0"; what came before was read`,
      );
    records++;
    const headers = await headersOf(stream);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0)
      throw new Refusal(
        `is broken at byte ${start}: a record has no Content-Length; what came before was read`,
      );
    const kind = headers.get('warc-type') ?? '';
    if (!/^(?:response|resource|conversion)$/.test(kind)) await stream.skip(length);
    else if (length > RECORD_MAX) {
      yield reject(
        input.name,
        `the record of ${headers.get('warc-target-uri')} is longer than ${RECORD_MAX} bytes`,
        { byteOffset: start },
      );
      await stream.skip(length);
    } else {
      const block = await stream.bytes(length);
      if (block.length < length)
        throw new Refusal(`breaks off in the record at byte ${start}; what came before was read`);
      yield* readPage(input, block, headers, reading);
    }
  }
  if (records === 0) throw new Refusal('holds no records');
}

/** The archive of a crawl, of which each page with status 200 is a document. */
export const warcReader: Reader = {
  format: 'warc',
  maxBytes: null,
  recognise: ({ text }) => /^WARC\/\d/.test(text),
  read: readWarc,
};
