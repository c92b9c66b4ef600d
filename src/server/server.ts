import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schema } from '../../schema/index.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { SetupError } from '../errors.ts';
import type { Log } from '../log.ts';
import { refuse, SECURITY_HEADERS, sendJson } from './answer.ts';
import { readBody } from './body.ts';
import { type BrowserAddress, readSavedQueries } from './browser.ts';
import { answerPlainQuery } from './fast.ts';
import { createGraphQL } from './graphql.ts';
import { readiness } from './health.ts';
import { createGate } from './load.ts';
import { createMetrics } from './metrics.ts';
import { readOperations } from './operations.ts';
import { sendPage } from './pages.ts';
import { readQuality } from './quality.ts';

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
const DRAIN_TIMEOUT_MS = 8_000;

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
  const yoga = createGraphQL({ config, database, schema, log, extractor: readQuality() });
  const gate = createGate(LOAD);
  const metrics = createMetrics(gate);
  const ready = readiness(database);
  const operations = readOperations();
  const savedQueries = readSavedQueries(browser);
  let draining = false;

  async function graphql(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method !== 'POST')
      return refuse(res, 405, 'BAD_USER_INPUT', 'send queries by POST.', { allow: 'POST' });
    const body = await readBody(req);
    if (body === 'gone') return;
    if (body === 'too large')
      return refuse(
        res,
        413,
        'TOO_LARGE',
        'the request is larger than 100 kB; ask in several requests.',
        { connection: 'close' },
      );
    if (body === 'too slow')
      return refuse(res, 408, 'TIMEOUT', 'the request arrived too slowly.', {
        connection: 'close',
      });
    if (!(await gate.enter()))
      return refuse(res, 503, 'OVERLOADED', 'too many requests at once; try again in a moment.', {
        'retry-after': '1',
      });
    const abort = new AbortController();
    res.once('close', () => abort.abort());
    const late = setTimeout(() => {
      refuse(res, 504, 'TIMEOUT', 'the request took too long; ask for fewer levels or rows.');
      abort.abort();
    }, config.REQUEST_TIMEOUT_MS);
    try {
      if (!(await answerPlainQuery(yoga, req, res, body, abort.signal)) && !res.headersSent)
        await answerByYoga(req, res, body, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) log.error(error, 'a request failed');
      refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    } finally {
      clearTimeout(late);
      gate.leave();
    }
  }

  async function answerByYoga(
    req: IncomingMessage,
    res: ServerResponse,
    body: Buffer,
    signal: AbortSignal,
  ): Promise<void> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(req.headers))
      if (
        typeof value === 'string' &&
        !/^(?:content-length|transfer-encoding|connection|expect)$/.test(name)
      )
        headers.set(name, value);
    const answer = await yoga.fetch(
      new Request(`http://localhost${req.url}`, {
        method: 'POST',
        headers,
        body: new Uint8Array(body),
        signal,
      }),
    );
    const text = Buffer.from(await answer.arrayBuffer());
    if (res.headersSent || res.destroyed) return;
    res.writeHead(answer.status, Object.fromEntries(answer.headers));
    res.end(text);
  }

  async function route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [url = '/'] = (req.url ?? '/').split('?');
    if (url === '/graphql') return graphql(req, res);
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
      res.writeHead(200, { 'content-type': metrics.contentType });
      return void res.end(await metrics.text());
    }
    if (url === '/operations.json') return sendJson(res, 200, operations);
    if (url === '/cypher.json')
      return sendJson(res, 200, { queries: savedQueries, browser: browser.url });
    if (!sendPage(res, url, { graphiql: development }))
      refuse(res, 404, 'BAD_USER_INPUT', 'nothing is here; the API is at /graphql.');
  }

  const server = createServer((req, res) => {
    const start = performance.now();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
    if (draining) res.setHeader('connection', 'close');
    res.once('close', () =>
      metrics.observe(
        (req.url ?? '/').startsWith('/graphql') ? '/graphql' : 'other',
        res.statusCode,
        performance.now() - start,
      ),
    );
    route(req, res).catch((error) => {
      log.error(error, 'a request failed');
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

  return {
    url: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        draining = true;
        // Half-open requests would hold the server for ever: once nothing runs, they are cut.
        const sweep = setInterval(() => {
          server.closeIdleConnections();
          if (gate.running === 0 && gate.waiting === 0) server.closeAllConnections();
        }, 50);
        const limit = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(limit);
          resolve();
        });
      }),
  };
}
