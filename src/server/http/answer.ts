import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { compressed, encodingOf, isCompressible } from './encoding.ts';
import { exchangeOf, REQUEST_ID } from './exchange.ts';
import { isLong, writeOut } from './outgoing.ts';

export { REQUEST_ID };

/** Sent with every answer: pages run their own scripts only, and nobody frames them. */
const COMMON: readonly string[] = [
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'no-referrer'],
  ...['x-frame-options', 'DENY'],
  ...['cross-origin-opener-policy', 'same-origin'],
];
type Headers = Readonly<Record<string, string>>;
/** What an answer is made of: text, bytes, or bytes in parts that follow one another. */
export type AnswerBody = string | Uint8Array | readonly Uint8Array[];

/**
 * The status line and all headers, at once and as a list: set one by one, they cost as much as
 * everything else that HTTP does for a small answer.
 * @param length of the body; null where it is known only when the last of it is made
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

/** Weak: the same answer has other bytes in another encoding. */
function etagOf(body: AnswerBody): string {
  const hash = createHash('sha1');
  for (const part of isParts(body) ? body : [body]) hash.update(part);
  return `W/"${hash.digest('base64url')}"`;
}

const opaque = (etag: string) => etag.trim().replace(/^W\//, '');
/** Whether the client has this answer already. */
export const isKnown = ({ req }: ServerResponse, etag: string): boolean => {
  const known = (req.headers['if-none-match'] ?? '').split(',');
  return known.some((each) => opaque(each) === opaque(etag));
};

export function sendUnchanged(res: ServerResponse, headers: Headers): void {
  sendHead(res, 304, headers, null);
  res.end();
}

/** Sends a body, compressed where that gains something and the client takes it. */
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
 * Sends a whole answer; to a GET that has it already, only that it is the same. A long one goes out
 * as it is read, and readers that do not read are cut.
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

/** A refusal in the form of a GraphQL answer. */
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
