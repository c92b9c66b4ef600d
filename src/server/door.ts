import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from '../config.ts';
import { REQUEST_ID, refuse, sendJson } from './http/answer.ts';
import { listen } from './listen.ts';

const HEADERS_TIMEOUT_MS = 10_000;
/** How often time limits of connections are looked at; Node's own 30 s would be added to each of them. */
const CHECK_EVERY_MS = 1_000;
/** A connection without traffic for this long is cut: its client is gone or does not read. */
const IDLE_MS = 20_000;
const RETRY_AFTER_S = '2';

/**
 * The listening socket. It is opened before any slow work, so that a taken port is reported first;
 * until `serve` is called it answers that the server is starting.
 */
export interface Door {
  readonly server: Server;
  readonly url: string;
  /** Passes every request to `listener` from now on. */
  serve(listener: RequestListener): void;
  /** Closes at once, when a start has failed. */
  close(): Promise<void>;
}

/** Answers before the database and its documents are ready. */
const starting: RequestListener = (req, res) => {
  req.headers[REQUEST_ID] = randomUUID();
  const [url] = (req.url ?? '/').split('?');
  if (url === '/health/live') sendJson(res, 200, { status: 'live' });
  else if (url === '/health/ready') sendJson(res, 503, { status: 'starting' });
  else
    refuse(res, 503, 'SERVICE_UNAVAILABLE', 'this server is starting; ask again in a moment.', {
      'retry-after': RETRY_AFTER_S,
    });
};

/** @throws {SetupError} when the port is taken or the host is no address of this machine */
export async function openDoor(config: Config): Promise<Door> {
  let listener = starting;
  const server = createServer({ connectionsCheckingInterval: CHECK_EVERY_MS }, (req, res) =>
    listener(req, res),
  );
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = HEADERS_TIMEOUT_MS + 5_000;
  server.keepAliveTimeout = 5_000;
  // A request that is being worked on has no traffic either.
  server.timeout = IDLE_MS + config.REQUEST_TIMEOUT_MS;
  const url = await listen(server, config.HOST, config.PORT);
  return {
    server,
    url,
    serve(next) {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
