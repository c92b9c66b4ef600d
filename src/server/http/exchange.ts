import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The header with the server's id of a request; a client's own value is overwritten. */
export const REQUEST_ID = 'x-request-id';

/** What is recorded of one request while it is answered, for headers, metrics and traces. */
export interface Exchange {
  readonly id: string;
  /** Codes of errors with which the server itself refused it. */
  readonly codes: string[];
  /** Points charged. */
  points: number;
  /** Milliseconds that its statements took in Neo4j, added up. */
  databaseMs: number;
  /** Bytes of the answer's body. */
  bytes: number;
  /** Makes the headers that depend on the state at the time of the answer. */
  headers?: () => Readonly<Record<string, string>>;
}

const exchanges = new WeakMap<ServerResponse, Exchange>();

/** Gives the request its id, overwriting that of the client. */
export function openExchange(req: IncomingMessage, res: ServerResponse): Exchange {
  const exchange: Exchange = {
    id: randomUUID(),
    codes: [],
    points: 0,
    databaseMs: 0,
    bytes: 0,
  };
  req.headers[REQUEST_ID] = exchange.id;
  exchanges.set(res, exchange);
  return exchange;
}

export const exchangeOf = (res: ServerResponse): Exchange | undefined => exchanges.get(res);
