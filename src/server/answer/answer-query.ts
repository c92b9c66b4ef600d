import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AppError, RateLimitedError, TimeoutError, TooLargeError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { refuse, send } from '../http/answer.ts';
import { exchangeOf } from '../http/exchange.ts';
import type { Client } from '../limits/clients.ts';
import type { Rate } from '../limits/rate.ts';
import { startTrace } from '../observe/trace.ts';
import { Ending } from './ending.ts';
import { addressOf, cacheOf, type Given } from './get-query.ts';
import type { GraphQLApi, Yoga } from './graphql.ts';
import type { Asker } from './operation.ts';
import { answerPlainQuery } from './plain-query.ts';

export interface QueryAnswering {
  readonly api: GraphQLApi;
  readonly rate: Rate;
  readonly log: Log;
  /** Longest time of one request, from the moment its body is read and it has a place. */
  readonly timeoutMs: number;
}

const NOT_FORWARDED = /^(?:content-length|transfer-encoding|connection|expect)$/;

/** Answers everything but a plain valid query: mistakes, other media types. */
async function answerByYoga(
  yoga: Yoga,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
  asker: Asker,
  signal: AbortSignal,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers))
    if (typeof value === 'string' && !NOT_FORWARDED.test(name)) headers.set(name, value);
  // A GET stays a GET, because yoga runs no mutation for it.
  const isPost = req.method === 'POST';
  const url = isPost ? req.url : addressOf(JSON.parse(body.toString('utf8')) as Given);
  const how = isPost ? { method: 'POST', body: new Uint8Array(body) } : { method: 'GET' };
  const answer = await yoga.fetch(
    new Request(`http://localhost${url}`, { ...how, headers, signal }),
    { asker },
  );
  // Headers of the transfer are dropped: the whole answer is sent at once, over this connection.
  const sent = Object.fromEntries(
    [...answer.headers].filter(([name]) => !NOT_FORWARDED.test(name)),
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  // An answer with errors is not cached, because the next one may have none.
  const good = answer.status === 200 && !bytes.includes('"errors":');
  send(res, answer.status, { ...sent, ...(isPost ? {} : cacheOf(good)) }, bytes);
}

/** Sends an error that was raised on purpose before GraphQL could answer. */
export function refuseApp(res: ServerResponse, error: AppError): void {
  const status =
    error instanceof RateLimitedError ? 429 : error instanceof TimeoutError ? 504 : 413;
  const headers: Record<string, string> =
    error instanceof RateLimitedError ? { 'retry-after': String(error.retryAfter) } : {};
  refuse(res, status, error.code, error.message, headers);
}

function askerOf(
  { rate }: QueryAnswering,
  client: Client,
  req: IncomingMessage,
  res: ServerResponse,
  signal: Ending,
): Asker {
  const exchange = exchangeOf(res)!;
  return {
    signal,
    headers: { get: (name) => (req.headers[name] as string | undefined) ?? null },
    // The first point was charged before the request was parsed.
    admit: ({ points }) => {
      rate.charge(client, points - 1);
      exchange.points = points;
    },
    onRead: (ms) => {
      exchange.databaseMs = ms;
    },
    trace: startTrace(req, exchange.id),
  };
}

/** Answers one request within its time, once it has a place or needs none. */
export async function answerInTime(
  serving: QueryAnswering,
  client: Client,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
): Promise<void> {
  const { api, log, timeoutMs } = serving;
  const ending = new Ending();
  const timer = setTimeout(
    () => ending.end(new TimeoutError('the request took too long; ask for fewer levels or rows.')),
    timeoutMs,
  );
  // A connection that closes after its answer has aborted nothing.
  res.once('close', () => res.writableFinished || ending.end());
  const asker = askerOf(serving, client, req, res, ending);
  const answer = async () => {
    // A client may have left while it waited for a place; nothing is then read.
    if (res.destroyed || (await answerPlainQuery(api, req, res, body, asker))) return;
    await answerByYoga(api.yoga, req, res, body, asker, ending.signal);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      ending.addEventListener('abort', resolve);
      answer().then(resolve, reject);
    });
    const { reason } = ending;
    if (reason instanceof TimeoutError) refuseApp(res, reason);
  } catch (error) {
    if (error instanceof TooLargeError) return refuseApp(res, error);
    if (!ending.aborted)
      log.error({ err: error, requestId: exchangeOf(res)?.id }, 'a request failed');
    refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
  } finally {
    clearTimeout(timer);
    asker.trace?.end(res.statusCode, { 'entente.points': exchangeOf(res)?.points ?? 0 });
  }
}
