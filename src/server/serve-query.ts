import type { IncomingMessage, ServerResponse } from 'node:http';
import { TimeoutError } from '../errors.ts';
import type { Log } from '../log.ts';
import { REQUEST_ID, refuse, send } from './answer.ts';
import { readBody } from './body.ts';
import { answerPlainQuery } from './fast.ts';
import type { GraphQLApi, Yoga } from './graphql.ts';
import type { Gate } from './load.ts';

export interface QueryServing {
  readonly api: GraphQLApi;
  readonly gate: Gate;
  readonly log: Log;
  /** Longest time of one request, once its body is read and it has a place. */
  readonly timeoutMs: number;
}

const REFUSALS = {
  'too large': [413, 'TOO_LARGE', 'the request is larger than 100 kB; ask in several requests.'],
  'too slow': [408, 'TIMEOUT', 'the request arrived too slowly.'],
} as const;

const NOT_FORWARDED = /^(?:content-length|transfer-encoding|connection|expect)$/;

/** Everything that is not a plain good query: mistakes, other media types. */
async function answerByYoga(
  yoga: Yoga,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
  signal: AbortSignal,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers))
    if (typeof value === 'string' && !NOT_FORWARDED.test(name)) headers.set(name, value);
  const answer = await yoga.fetch(
    new Request(`http://localhost${req.url}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal,
    }),
  );
  // The whole answer is sent at once, over this connection.
  const sent = Object.fromEntries(
    [...answer.headers].filter(([name]) => !NOT_FORWARDED.test(name)),
  );
  send(res, answer.status, sent, new Uint8Array(await answer.arrayBuffer()));
}

/**
 * Answers one POST to /graphql: body, a place, a deadline. The place is given back at the latest
 * when the deadline is over or the client has left, even if the database never answers: a silent
 * connection must not hold it.
 */
export async function serveQuery(
  { api, gate, log, timeoutMs }: QueryServing,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const body = await readBody(req);
  if (body === 'gone') return;
  if (body === 'too large' || body === 'too slow') {
    const [status, code, message] = REFUSALS[body];
    return refuse(res, status, code, message, { connection: 'close' });
  }
  if (!(await gate.enter()))
    return refuse(res, 503, 'OVERLOADED', 'too many requests at once; try again in a moment.', {
      'retry-after': '1',
    });

  const abort = new AbortController();
  const over = new Promise<void>((resolve) =>
    abort.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  const timer = setTimeout(
    () => abort.abort(new TimeoutError('the request took too long; ask for fewer levels or rows.')),
    timeoutMs,
  );
  // An answer that was sent ends nothing: making a reason costs more than the rest of this function.
  res.once('close', () => res.writableFinished || abort.abort());
  const answer = async () => {
    // Whoever left while waiting for a place is not read for.
    if (res.destroyed || (await answerPlainQuery(api, req, res, body, abort.signal))) return;
    await answerByYoga(api.yoga, req, res, body, abort.signal);
  };
  try {
    await Promise.race([answer(), over]);
    const { reason } = abort.signal;
    if (reason instanceof TimeoutError) refuse(res, 504, reason.code, reason.message);
  } catch (error) {
    if (!abort.signal.aborted)
      log.error({ err: error, requestId: req.headers[REQUEST_ID] }, 'a request failed');
    refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
  } finally {
    clearTimeout(timer);
    gate.leave();
  }
}
