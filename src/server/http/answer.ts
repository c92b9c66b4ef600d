import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { compressed, encodingOf, isCompressible } from './encoding.ts';
import { exchangeOf, REQUEST_ID } from './exchange.ts';
import { isLong, writeOut } from './outgoing.ts';

export { REQUEST_ID };

/** Headers of every answer: no sniffing of types, no referrer, no frames. */
const COMMON: readonly string[] = [
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'no-referrer'],
  ...['x-frame-options', 'DENY'],
  ...['cross-origin-opener-policy', 'same-origin'],
];
type Headers = Readonly<Record<string, string>>;
/** The body of an answer: text, bytes, or consecutive parts of bytes. */
export type AnswerBody = string | Uint8Array | readonly Uint8Array[];

/**
 * Sends the status line and all headers as one list: setting them one by one costs as much as all
 * other HTTP work for a small answer.
 * @param length of the body in bytes; null where it is not known in advance
 */
export function sendHead(
  res: ServerResponse,
  status: number,
  headers: Headers,
  length: number | null,
): void {
  const all = [...COMMON, REQUEST_ID, String(res.req.headers[REQUEST_ID])];
  for (const name in headers) all.push(name, headers[name]!);
  const exchange = exchangeOf(res);
  if (exchange) {
    exchange.bytes = length ?? 0;
    const later = exchange.headers?.() ?? {};
    for (const name in later) all.push(name, later[name]!);
  }
  if (length !== null) all.push('content-length', String(length));
  res.writeHead(status, all);
}

const isParts = (body: AnswerBody): body is readonly Uint8Array[] => Array.isArray(body);

function lengthOf(body: AnswerBody): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return isParts(body) ? body.reduce((sum, part) => sum + part.length, 0) : body.length;
}

function partsOf(body: AnswerBody): readonly Uint8Array[] {
  if (typeof body === 'string') return [Buffer.from(body)];
  return isParts(body) ? body : [body];
}

/** A weak tag: the same answer has other bytes in another encoding. */
function etagOf(body: AnswerBody): string {
  const hash = createHash('sha1');
  for (const part of isParts(body) ? body : [body]) hash.update(part);
  return `W/"${hash.digest('base64url')}"`;
}

const opaque = (etag: string) => etag.trim().replace(/^W\//, '');
/** Whether the client already has this answer. */
export const isKnown = ({ req }: ServerResponse, etag: string): boolean => {
  const known = (req.headers['if-none-match'] ?? '').split(',');
  return known.some((each) => opaque(each) === opaque(etag));
};

export function sendUnchanged(res: ServerResponse, headers: Headers): void {
  sendHead(res, 304, headers, null);
  res.end();
}

/** Sends a body, compressed where that saves bytes and the client accepts it. */
function sendBody(res: ServerResponse, status: number, headers: Headers, body: AnswerBody): void {
  const length = lengthOf(body);
  const compressible = isCompressible(headers['content-type'], length);
  const all = compressible ? { vary: 'accept-encoding, origin', ...headers } : headers;
  const isHead = res.req.method === 'HEAD';
  const encoding = compressible && !isHead ? encodingOf(res.req.headers['accept-encoding']) : null;
  if (encoding) sendHead(res, status, { ...all, 'content-encoding': encoding }, null);
  else sendHead(res, status, all, length);
  if (isHead) res.end();
  else if (encoding) void writeOut(res, compressed(encoding, partsOf(body)));
  else if (isParts(body) || isLong(length)) void writeOut(res, partsOf(body));
  else res.end(body);
}

/**
 * Sends a whole answer, or 304 to a GET that already has it. A long one is written as the client
 * reads it; a client that does not read is cut.
 */
export function send(
  res: ServerResponse,
  status: number,
  headers: Headers,
  body: AnswerBody,
): void {
  if (res.headersSent || res.destroyed) return;
  const isTagged = status === 200 && res.req.method !== 'POST';
  const tagged: Headers = isTagged ? { ...headers, etag: etagOf(body) } : headers;
  if (isTagged && isKnown(res, tagged.etag!)) sendUnchanged(res, tagged);
  else sendBody(res, status, tagged, body);
}

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' } as const;

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Headers = {},
): void {
  send(res, status, { ...JSON_TYPE, ...headers }, JSON.stringify(body));
}

/** Sends a refusal in the form of a GraphQL answer. */
export function refuse(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Headers = {},
): void {
  exchangeOf(res)?.codes.push(code);
  sendJson(res, status, { errors: [{ message, extensions: { code } }] }, headers);
}
