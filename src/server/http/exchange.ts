import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The server names each request here, whatever the client said. */
export const REQUEST_ID = 'x-request-id';

/** What is noted of one request while it is answered: for its headers, metrics and traces. */
export interface Exchange {
  readonly id: string;
  /** Codes of errors that the server itself refused it with. */
  readonly codes: string[];
  /** Points that it was charged with. */
  points: number;
  /** Milliseconds that Neo4j took for its statements, added up. */
  databaseMs: number;
  /** Bytes of the answer's body. */
  bytes: number;
  /** Headers that are made when it is answered. */
  headers?: () => Readonly<Record<string, string>>;
}

const exchanges = new WeakMap<ServerResponse, Exchange>();

/** Gives the request its id, whatever the client called it. */
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
