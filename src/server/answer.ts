import type { ServerResponse } from 'node:http';

/** Sent with every answer: pages run their own scripts only, and nobody frames them. */
const COMMON: readonly string[] = [
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'no-referrer'],
  ...['x-frame-options', 'DENY'],
  ...['cross-origin-opener-policy', 'same-origin'],
];
/** The server names each request here, whatever the client said. */
export const REQUEST_ID = 'x-request-id';

/**
 * Sends a whole answer. All headers are given at once and as a list: set one by one, they cost as
 * much as everything else that HTTP does for a small answer.
 */
export function send(
  res: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void {
  if (res.headersSent || res.destroyed) return;
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const all = [...COMMON, REQUEST_ID, String(res.req.headers[REQUEST_ID])];
  for (const name in headers) all.push(name, headers[name]!);
  all.push('content-length', String(length));
  res.writeHead(status, all);
  res.end(body);
}

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' } as const;

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(res, status, { ...JSON_TYPE, ...headers }, JSON.stringify(body));
}

/** A refusal in the form of a GraphQL answer. */
export function refuse(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(res, status, { errors: [{ message, extensions: { code } }] }, headers);
}
