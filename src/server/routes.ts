import { schema } from '../../schema/index.ts';
import type { Degrees } from '../graph/degrees.ts';
import { send, sendJson } from './answer.ts';
import { readAssets } from './assets.ts';
import { type BrowserAddress, readSavedQueries } from './browser.ts';
import { createGraphQL, type GraphQLApi } from './graphql.ts';
import { readiness } from './health.ts';
import type { Gate } from './load.ts';
import type { Metrics } from './metrics.ts';
import type { Operation } from './operations.ts';
import { sendPage } from './pages.ts';
import { readQuality } from './quality.ts';
import { get, pathOf, type Route, type Routes } from './router.ts';
import { pageServer } from './serve-page.ts';
import { serveQuery } from './serve-query.ts';
import type { ServerOptions } from './server.ts';

export interface Parts extends Omit<Required<ServerOptions>, 'door' | 'signal'> {
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly degrees: Degrees;
  readonly operations: readonly Operation[];
  /** Whether the server is leaving. */
  readonly draining: () => boolean;
}

function toolsOf(browser: BrowserAddress, development: boolean) {
  // In production nobody is told where the database is.
  const known = development ? browser : { url: null, bolt: '' };
  return {
    graphiql: development,
    browser: known.url,
    bolt: known.bolt || null,
    queries: readSavedQueries(known),
  };
}

function healthRoutes({ database, draining, supervisor }: Parts): Routes {
  const ready = readiness(database);
  return {
    '/health/live': get((_, res) => {
      const hopeless = supervisor.hopeless();
      sendJson(res, hopeless === null ? 200 : 503, { status: hopeless ?? 'live' });
    }),
    '/health/ready': get(async (_, res) => {
      const good = !draining() && (await ready());
      const broken = () => supervisor.fault() ?? 'the database does not answer';
      const status = draining() ? 'draining' : good ? 'ready' : broken();
      sendJson(res, good ? 200 : 503, { status });
    }),
  };
}

export interface Served {
  readonly api: GraphQLApi;
  readonly routes: Routes;
  /** For whatever has no route: pages, the files they load, and what is not here. */
  readonly otherwise: Route;
}

/** Every address of the server. */
export function createRoutes(parts: Parts): Served {
  const { config, database, log, browser, gate, metrics, degrees, operations } = parts;
  const development = config.ENTENTE_PROFILE === 'development';
  const api = createGraphQL({ config, database, schema, log, extractor: readQuality(), degrees });
  const query = { api, gate, log, timeoutMs: config.REQUEST_TIMEOUT_MS };
  const tools = toolsOf(browser, development);
  const servePage = pageServer({ ...query, development, assets: readAssets() });
  return {
    api,
    routes: {
      '/graphql': { methods: ['POST'], serve: (req, res) => serveQuery(query, req, res) },
      ...healthRoutes(parts),
      '/metrics': get(async (_, res) =>
        send(res, 200, { 'content-type': metrics.contentType }, await metrics.text()),
      ),
      '/operations.json': get((_, res) => sendJson(res, 200, operations)),
      '/tools.json': get((_, res) => sendJson(res, 200, tools)),
    },
    otherwise: get((req, res) => {
      if (!sendPage(res, pathOf(req), { graphiql: development })) return servePage(req, res);
    }),
  };
}
