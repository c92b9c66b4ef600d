import type { ServerResponse } from 'node:http';
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
 */
export function sendHead(
  res: ServerResponse,
  status: number,
  headers: Headers,
  length: number,
): void {
  const all = [...COMMON, REQUEST_ID, String(res.req.headers[REQUEST_ID])];
  for (const name in headers) all.push(name, headers[name]!);
  const exchange = exchangeOf(res);
  if (exchange) {
    exchange.bytes = length;
    const later = exchange.headers?.() ?? {};
    for (const name in later) all.push(name, later[name]!);
  }
  all.push('content-length', String(length));
  res.writeHead(status, all);
}

const isParts = (body: AnswerBody): body is readonly Uint8Array[] => Array.isArray(body);

function lengthOf(body: AnswerBody): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return isParts(body) ? body.reduce((sum, part) => sum + part.length, 0) : body.length;
}

/** Sends a whole answer. A long one goes out as it is read, and readers that do not read are cut. */
export function send(
  res: ServerResponse,
  status: number,
  headers: Headers,
  body: AnswerBody,
): void {
  if (res.headersSent || res.destroyed) return;
  const length = lengthOf(body);
  sendHead(res, status, headers, length);
  if (res.req.method === 'HEAD') res.end();
  else if (!isParts(body) && !isLong(length)) res.end(body);
  else void writeOut(res, isParts(body) ? body : [asBytes(body)]);
}

const asBytes = (body: string | Uint8Array) =>
  typeof body === 'string' ? Buffer.from(body) : body;

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
