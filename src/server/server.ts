import type { RequestListener, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { Degrees } from '../graph/degrees.ts';
import type { Reader } from '../ingest/ingest.ts';
import type { Log } from '../log.ts';
import { type Door, openDoor } from './door.ts';
import { drain } from './drain.ts';
import { refuse } from './http/answer.ts';
import { originsOf, withCors } from './http/cors.ts';
import { openExchange } from './http/exchange.ts';
import { hostWarning, knownHosts, namesTwoHosts } from './http/host.ts';
import { pathOf, router, type Serve } from './http/router.ts';
import { keepDegrees } from './keep-degrees.ts';
import { Clients } from './limits/clients.ts';
import { createGate } from './limits/gate.ts';
import { createRate } from './limits/rate.ts';
import type { BrowserAddress } from './neo4j-browser/browser.ts';
import type { AskQueue } from './observe/gauges.ts';
import { createMetrics, type Metrics } from './observe/metrics.ts';
import { readOperations } from './pages/operations.ts';
import { previewsOf } from './preview/previews.ts';
import { createRoutes } from './routes.ts';
import { warmUp } from './warm-up.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** How documents are read here; the server tells what was measured of it. */
  readonly reader: Reader;
  readonly browser?: BrowserAddress;
  /** An open door; without one, the server opens its own. */
  readonly door?: Door;
  /** State of the embedded Neo4j, if that is the database. */
  readonly supervisor?: Supervisor;
  /** Stops the warm-up when the program is asked to stop. */
  readonly signal?: AbortSignal;
  /** State of the queue of documents, where there is one. */
  readonly queue?: AskQueue | undefined;
  /** Whether frequent queries are planned before the server opens; true by default. */
  readonly warm?: boolean;
}

/** The state of the database, reported by the part of the program that keeps it running. */
export interface Supervisor {
  /** Why the database cannot be used now, such as a full disk; null when no fault is known. */
  fault(): string | null;
  /** Why this process should be replaced, as the database will not come back; null otherwise. */
  hopeless(): string | null;
}

export interface RunningServer {
  readonly url: string;
  /** Answers all requests in progress, then stops. */
  close(): Promise<void>;
}

const LOAD = { running: 8, kept: 4, waiting: 64, waitingEach: 24, waitMs: 400 };
const UNSUPERVISED: Supervisor = { fault: () => null, hopeless: () => null };
const NO_BROWSER: BrowserAddress = { url: null, bolt: '' };

interface Listening {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Answers that are not yet sent. */
  readonly open: Set<ServerResponse>;
  readonly draining: () => boolean;
}

/** Wraps the routes with what every request needs: an id, metrics, a check of its host. */
function listener(
  { config, log, metrics, open, draining }: Listening,
  route: Serve,
): RequestListener {
  const known = knownHosts(config);
  const shared = withCors(originsOf(config.CORS_ORIGINS), route);
  const serve: Serve = (req, res) => {
    if (namesTwoHosts(req))
      return refuse(res, 400, 'BAD_USER_INPUT', 'a request has one Host header.');
    if (known(req)) return shared(req, res);
    refuse(
      res,
      421,
      'FORBIDDEN',
      'this server does not answer to that name; ask it by its public address, or on its own machine as 127.0.0.1 or localhost.',
    );
  };
  return (req, res) => {
    const start = performance.now();
    const exchange = openExchange(req, res);
    open.add(res);
    if (draining()) res.shouldKeepAlive = false;
    res.once('close', () => {
      open.delete(res);
      const path = pathOf(req) === '/graphql' ? '/graphql' : 'other';
      metrics.observe(path, res.statusCode, performance.now() - start, exchange);
    });
    void (async () => serve(req, res))().catch((error) => {
      log.error({ err: error, requestId: exchange.id }, 'a request failed');
      refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    });
  };
}

/**
 * Serves GraphQL, pages, health and metrics.
 * @throws {SetupError} when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, database, log, reader, browser = NO_BROWSER } = options;
  const { supervisor = UNSUPERVISED } = options;
  let leaving = false;
  const draining = () => leaving;
  const degrees = new Degrees();
  const gate = createGate({ ...LOAD, runningEach: config.CLIENT_REQUESTS_MAX });
  const clients = new Clients(config.TRUSTED_PROXIES);
  const rate = createRate(config.CLIENT_POINTS_PER_MINUTE);
  const metrics = createMetrics({ gate, clients, database, queue: options.queue });
  const operations = readOperations();
  const open = new Set<ServerResponse>();
  const previews = previewsOf(config);
  const given = {
    config,
    database,
    log,
    reader,
    browser,
    supervisor,
    gate,
    clients,
    rate,
    metrics,
  };
  const { api, routes, otherwise, warmPages } = createRoutes({
    ...given,
    degrees,
    operations,
    previews,
    draining,
  });
  const door = options.door ?? (await openDoor(config));
  const warning = hostWarning(config);
  if (warning) log.warn(warning);
  const closing = new AbortController();
  const ended = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
  const planned = options.warm === false ? null : warmUp(api.yoga, operations, log, ended);
  // While the door says "starting", frequent queries are planned, so that no user waits for it.
  if (options.door) await planned;
  door.serve(listener({ config, log, metrics, open, draining }, router(routes, otherwise)));
  void planned?.then(() => keepDegrees(degrees, database, log, closing.signal));
  void planned
    ?.then(() => warmPages(ended))
    .catch((err) => log.debug({ err }, 'the pages were not opened beforehand'));
  return {
    url: door.url,
    close: () => {
      leaving = true;
      closing.abort();
      void previews?.close();
      return drain(door.server, open);
    },
  };
}
