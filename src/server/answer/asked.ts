import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../http/answer.ts';
import { type Body, readBody } from '../http/body.ts';
import { LIMITS } from '../limits/limits.ts';
import { isLongByItsPdf, type LargeBodies } from '../preview/large-body.ts';
import { GET_REFUSED, type Given, mayAskByGet, queryOfAddress } from './get-query.ts';
import { isRefusal, type PersistedQueries, resolvePersisted } from './persisted.ts';

export interface Asking {
  /** Origins whose pages may send GET queries. */
  readonly origins: ReadonlySet<string>;
  readonly persisted: PersistedQueries;
  readonly largeBodies: LargeBodies;
}

const REFUSALS = {
  'too large': [413, 'TOO_LARGE', 'the request is larger than 100 kB; ask in several requests.'],
  'too slow': [408, 'TIMEOUT', 'the request arrived too slowly.'],
  'too large with a PDF': [
    413,
    'TOO_LARGE',
    'the request is larger than 3 MB, or than 100 kB without its variable "pdf"; a PDF may have 2.1 MB. Read a larger one with entente ingest --dry-run.',
  ],
  'too many': [503, 'OVERLOADED', 'other documents are arriving; try again in a moment.'],
} as const;

/** JSON must be UTF-8: decoding another charset as UTF-8 would change the text. */
function isReadable({ headers: { 'content-type': type = '' } }: IncomingMessage): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type)?.[1];
  return charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset);
}

const NOT_KEPT = { 'cache-control': 'no-store' };

/** Reads the body of a POST; a request that carries a PDF may be longer. */
async function bodyOf(
  large: LargeBodies,
  req: IncomingMessage,
): Promise<Body | 'too large with a PDF' | 'too many'> {
  if (!large.isOne(req)) return readBody(req);
  if (!large.tryEnter()) return 'too many';
  try {
    const body = await readBody(req, LIMITS.previewBodyBytes);
    if (body === 'too large') return 'too large with a PDF';
    const isLong = Buffer.isBuffer(body) && body.length > LIMITS.bodyBytes;
    return isLong && !isLongByItsPdf(body) ? 'too large with a PDF' : body;
  } finally {
    large.leave();
  }
}

/** A request's query in the form of a POST body; null when it was refused or its client left. */
export async function askedOf(
  { origins, persisted, largeBodies }: Asking,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Buffer | null> {
  const wrong = (status: number, code: string, message: string, headers = {}) => {
    refuse(res, status, code, message, headers);
    return null;
  };
  let given: Given | undefined;
  let body: Buffer | undefined;
  if (req.method === 'POST') {
    const read = await bodyOf(largeBodies, req);
    if (read === 'gone') return null;
    if (typeof read === 'string') {
      const [status, code, message] = REFUSALS[read];
      return wrong(status, code, message, { connection: 'close' });
    }
    if (!isReadable(req))
      return wrong(415, 'BAD_USER_INPUT', 'send the query as application/json in UTF-8.');
    body = read;
    if (!body.includes('"persistedQuery"')) return body;
    try {
      given = JSON.parse(body.toString('utf8')) as Given;
    } catch {
      return body; // for yoga to say what is wrong with it
    }
  } else {
    if (!mayAskByGet(req, origins)) return wrong(400, 'BAD_USER_INPUT', GET_REFUSED, NOT_KEPT);
    const asked = queryOfAddress(req.url ?? '/');
    if (typeof asked === 'string') return wrong(400, 'BAD_USER_INPUT', asked, NOT_KEPT);
    given = asked;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return body ?? null;
  const resolved = resolvePersisted(persisted, given);
  if (resolved && isRefusal(resolved))
    return wrong(resolved.status, resolved.code, resolved.message, NOT_KEPT);
  return body && !resolved ? body : Buffer.from(JSON.stringify(resolved ?? given));
}
