import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schema } from '../../schema/index.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { SetupError } from '../errors.ts';
import { Degrees } from '../graph/degrees.ts';
import type { Log } from '../log.ts';
import { REQUEST_ID, refuse, send, sendJson } from './answer.ts';
import { type BrowserAddress, readSavedQueries } from './browser.ts';
import { drain } from './drain.ts';
import { createGraphQL } from './graphql.ts';
import { readiness } from './health.ts';
import { isKnownHost } from './host.ts';
import { keepDegrees } from './keep-degrees.ts';
import { createGate } from './load.ts';
import { createMetrics } from './metrics.ts';
import { readOperations } from './operations.ts';
import { sendPage } from './pages.ts';
import { readQuality } from './quality.ts';
import { serveQuery } from './serve-query.ts';
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

/**
 * Serves GraphQL, its pages, health and metrics.
 * @throws {SetupError} when the port is taken
 */
export async function startServer({
  config,
  database,
  log,
  browser = { url: null, bolt: '' },
}: ServerOptions): Promise<RunningServer> {
  const development = config.ENTENTE_PROFILE === 'development';
  const degrees = new Degrees();
  const extractor = readQuality();
  const api = createGraphQL({ config, database, schema, log, extractor, degrees });
  const gate = createGate(LOAD);
  const metrics = createMetrics(gate);
  const ready = readiness(database);
  const operations = readOperations();
  // In production nobody is told where the database is.
  const known = development ? browser : { url: null, bolt: '' };
  const tools = {
    graphiql: development,
    browser: known.url,
    bolt: known.bolt || null,
    queries: readSavedQueries(known),
  };
  const serving = { api, gate, log, timeoutMs: config.REQUEST_TIMEOUT_MS };
  const open = new Set<ServerResponse>();
  let draining = false;

  async function route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [url = '/'] = (req.url ?? '/').split('?');
    if (!isKnownHost(req, config.HOST))
      return refuse(
        res,
        421,
        'FORBIDDEN',
        'this server answers on this machine only; ask it as 127.0.0.1 or localhost.',
      );
    if (url === '/graphql') return serveQuery(serving, req, res);
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return refuse(res, 405, 'BAD_USER_INPUT', 'only /graphql takes requests with a body.', {
        allow: 'GET',
      });
    if (url === '/health/live') return sendJson(res, 200, { status: 'live' });
    if (url === '/health/ready') {
      const good = !draining && (await ready());
      return sendJson(res, good ? 200 : 503, {
        status: draining ? 'draining' : good ? 'ready' : 'the database does not answer',
      });
    }
    if (url === '/metrics') {
      return send(res, 200, { 'content-type': metrics.contentType }, await metrics.text());
    }
    if (url === '/operations.json') return sendJson(res, 200, operations);
    if (url === '/tools.json') return sendJson(res, 200, tools);
    if (!sendPage(res, url, { graphiql: development }))
      refuse(res, 404, 'BAD_USER_INPUT', 'nothing is here; the API is at /graphql.');
  }

  const server = createServer((req, res) => {
    const start = performance.now();
    open.add(res);
    if (draining) res.shouldKeepAlive = false;
    res.once('close', () => {
      open.delete(res);
      metrics.observe(
        (req.url ?? '/').startsWith('/graphql') ? '/graphql' : 'other',
        res.statusCode,
        performance.now() - start,
      );
    });
    const requestId = randomUUID();
    req.headers[REQUEST_ID] = requestId;
    route(req, res).catch((error) => {
      log.error({ err: error, requestId }, 'a request failed');
      refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = HEADERS_TIMEOUT_MS + 5_000;
  server.keepAliveTimeout = 5_000;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new SetupError(
              `port ${config.PORT} is already in use; stop what uses it, or set PORT to another (0 picks a free one).`,
              { cause },
            )
          : new SetupError(`cannot listen on ${config.HOST}:${config.PORT}: ${cause.message}`, {
              cause,
            }),
      ),
    );
    server.listen(config.PORT, config.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const closing = new AbortController();
  void warmUp(api.yoga, operations, log, closing.signal).then(() =>
    keepDegrees(degrees, database, log, closing.signal),
  );

  return {
    url: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}/`,
    close: () => {
      draining = true;
      closing.abort();
      return drain(server, open);
    },
  };
}
