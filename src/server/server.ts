import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { Degrees } from '../graph/degrees.ts';
import type { Log } from '../log.ts';
import { REQUEST_ID, refuse } from './answer.ts';
import type { BrowserAddress } from './browser.ts';
import { drain } from './drain.ts';
import { isKnownHost } from './host.ts';
import { keepDegrees } from './keep-degrees.ts';
import { listen } from './listen.ts';
import { createGate } from './load.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readOperations } from './operations.ts';
import { pathOf, router, type Serve } from './router.ts';
import { createRoutes } from './routes.ts';
import { warmUp } from './warm-up.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly browser?: BrowserAddress;
}

export interface RunningServer {
  readonly url: string;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

const LOAD = { running: 8, waiting: 24, waitMs: 400 };
const HEADERS_TIMEOUT_MS = 10_000;
const NO_BROWSER: BrowserAddress = { url: null, bolt: '' };

function createHttpServer(listener: RequestListener): Server {
  const server = createServer(listener);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = HEADERS_TIMEOUT_MS + 5_000;
  server.keepAliveTimeout = 5_000;
  return server;
}

interface Listening {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Answers that are not yet sent. */
  readonly open: Set<ServerResponse>;
  readonly draining: () => boolean;
}

/** What every request goes through, whatever it asks: its id, its count, the name it calls the server by. */
function listener(
  { config, log, metrics, open, draining }: Listening,
  route: Serve,
): RequestListener {
  const serve: Serve = (req, res) => {
    if (isKnownHost(req, config.HOST)) return route(req, res);
    refuse(
      res,
      421,
      'FORBIDDEN',
      'this server answers on this machine only; ask it as 127.0.0.1 or localhost.',
    );
  };
  return (req, res) => {
    const start = performance.now();
    open.add(res);
    if (draining()) res.shouldKeepAlive = false;
    res.once('close', () => {
      open.delete(res);
      const path = pathOf(req) === '/graphql' ? '/graphql' : 'other';
      metrics.observe(path, res.statusCode, performance.now() - start);
    });
    const requestId = randomUUID();
    req.headers[REQUEST_ID] = requestId;
    void (async () => serve(req, res))().catch((error) => {
      log.error({ err: error, requestId }, 'a request failed');
      refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    });
  };
}

/**
 * Serves GraphQL, its pages, health and metrics.
 * @throws {SetupError} when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, database, log, browser = NO_BROWSER } = options;
  let leaving = false;
  const draining = () => leaving;
  const degrees = new Degrees();
  const gate = createGate(LOAD);
  const metrics = createMetrics(gate);
  const operations = readOperations();
  const open = new Set<ServerResponse>();
  const parts = { config, database, log, browser, gate, metrics, degrees, operations, draining };
  const { api, routes, otherwise } = createRoutes(parts);
  const server = createHttpServer(
    listener({ config, log, metrics, open, draining }, router(routes, otherwise)),
  );
  const url = await listen(server, config.HOST, config.PORT);
  const closing = new AbortController();
  void warmUp(api.yoga, operations, log, closing.signal).then(() =>
    keepDegrees(degrees, database, log, closing.signal),
  );
  return {
    url,
    close: () => {
      leaving = true;
      closing.abort();
      return drain(server, open);
    },
  };
}
