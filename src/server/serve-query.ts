import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimitedError } from '../errors.ts';
import { refuse } from './answer.ts';
import { answerInTime, type QueryAnswering, refuseApp } from './answer-query.ts';
import { readBody } from './body.ts';
import type { Client, Clients } from './clients.ts';
import { RETRY_AFTER } from './errors.ts';
import { exchangeOf } from './exchange.ts';
import { isFreeQuery } from './free-query.ts';
import type { Gate } from './load.ts';
import { sent } from './outgoing.ts';

export interface QueryServing extends QueryAnswering {
  readonly gate: Gate;
  readonly clients: Clients;
}

const REFUSALS = {
  'too large': [413, 'TOO_LARGE', 'the request is larger than 100 kB; ask in several requests.'],
  'too slow': [408, 'TIMEOUT', 'the request arrived too slowly.'],
} as const;

/** JSON is UTF-8. Read as that, text of another charset would be something else than was meant. */
function isReadable({ headers: { 'content-type': type = '' } }: IncomingMessage): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type)?.[1];
  return charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset);
}

/**
 * Takes one point for whatever is asked; what it costs beyond that is taken when it is known.
 * @returns whether the client had one; otherwise the request is refused
 */
export function takePoint({ rate }: QueryServing, client: Client, res: ServerResponse): boolean {
  const exchange = exchangeOf(res);
  if (exchange) exchange.headers = () => rate.headers(client);
  try {
    rate.charge(client, 1);
    return true;
  } catch (error) {
    if (!(error instanceof RateLimitedError)) throw error;
    refuseApp(res, error);
    return false;
  }
}

export function refuseOverloaded(res: ServerResponse): void {
  refuse(res, 503, 'OVERLOADED', 'too many requests at once; try again in a moment.', {
    'retry-after': RETRY_AFTER,
  });
}

/**
 * Does the work of a request that was let in. Its place is given back when the answer is out, and
 * at the latest when its time is over, the client has left or does not read, even if the database
 * never answers: a silent connection must not hold it.
 */
export async function inPlace(
  { gate, rate }: QueryServing,
  client: Client,
  res: ServerResponse,
  work: () => Promise<void>,
): Promise<void> {
  const start = performance.now();
  try {
    await work();
    await sent(res);
  } finally {
    const ms = performance.now() - start;
    if (res.statusCode === 504) rate.chargeTime(client, ms);
    gate.leave(client, ms);
  }
}

/** Answers one POST to /graphql: the body, a share, a place, a deadline. */
export async function serveQuery(
  serving: QueryServing,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { gate, clients } = serving;
  const body = await readBody(req);
  if (body === 'gone') return;
  if (body === 'too large' || body === 'too slow') {
    const [status, code, message] = REFUSALS[body];
    return refuse(res, status, code, message, { connection: 'close' });
  }
  if (!isReadable(req))
    return refuse(res, 415, 'BAD_USER_INPUT', 'send the query as application/json in UTF-8.');
  const client = clients.of(req);
  if (!takePoint(serving, client, res)) return;
  const answer = () => answerInTime(serving, client, req, res, body);
  if (!gate.tryEnter(client)) {
    if (isFreeQuery(body)) return answer();
    if (!(await gate.enter(client))) return refuseOverloaded(res);
  }
  await inPlace(serving, client, res, answer);
}
