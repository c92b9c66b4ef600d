import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimitedError } from '../../errors.ts';
import { refuse } from '../http/answer.ts';
import { exchangeOf } from '../http/exchange.ts';
import { sent } from '../http/outgoing.ts';
import type { Client, Clients } from '../limits/clients.ts';
import { isFreeQuery } from '../limits/free-query.ts';
import type { Gate } from '../limits/gate.ts';
import { answerInTime, type QueryAnswering, refuseApp } from './answer-query.ts';
import { type Asking, askedOf } from './asked.ts';
import { RETRY_AFTER } from './errors.ts';

export interface QueryServing extends QueryAnswering, Asking {
  readonly gate: Gate;
  readonly clients: Clients;
}

/**
 * Charges one point for any request; the rest of its cost is charged when it is known.
 * @returns whether the client had a point; otherwise the request is refused
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
 * Does the work of a request that has a place. The place is released when the answer is sent, and
 * at the latest when its time is over or the client has left or stopped reading, even if the
 * database never answers.
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

/** Answers a request to /graphql: reads it, charges a point, takes a place, sets the deadline. */
export async function serveQuery(
  serving: QueryServing,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { gate, clients } = serving;
  const body = await askedOf(serving, req, res);
  if (body === null) return;
  const client = clients.of(req);
  if (!takePoint(serving, client, res)) return;
  const answer = () => answerInTime(serving, client, req, res, body);
  if (!gate.tryEnter(client)) {
    if (isFreeQuery(body)) return answer();
    if (!(await gate.enter(client))) return refuseOverloaded(res);
  }
  await inPlace(serving, client, res, answer);
}
