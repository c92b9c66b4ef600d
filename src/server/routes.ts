import { schema } from '../../schema/index.ts';
import type { Degrees } from '../graph/degrees.ts';
import type { Previews } from '../ingest/ingest.ts';
import { createGraphQL, type GraphQLApi } from './answer/graphql.ts';
import { persistedQueries } from './answer/persisted.ts';
import { sdlRoute } from './answer/sdl.ts';
import { serveQuery } from './answer/serve-query.ts';
import { send, sendJson } from './http/answer.ts';
import { originsOf } from './http/cors.ts';
import { get, pathOf, type Route, type Routes } from './http/router.ts';
import type { Clients } from './limits/clients.ts';
import type { Gate } from './limits/gate.ts';
import type { Rate } from './limits/rate.ts';
import { type BrowserAddress, readSavedQueries } from './neo4j-browser/browser.ts';
import { BROWSER_PATH, browserProxy } from './neo4j-browser/proxy.ts';
import { cypherRoutes } from './neo4j-browser/routes.ts';
import { readiness } from './observe/health.ts';
import type { Metrics } from './observe/metrics.ts';
import { readAssets } from './pages/assets.ts';
import type { Operation } from './pages/operations.ts';
import { sendPage } from './pages/pages.ts';
import { type PageServer, pageServer } from './pages/serve-page.ts';
import { LargeBodies } from './preview/large-body.ts';
import { qualityOf } from './quality.ts';
import type { ServerOptions } from './server.ts';
import { type Switches, switchesOf } from './switches.ts';

export interface Parts extends Omit<Required<ServerOptions>, 'door' | 'signal' | 'warm' | 'queue'> {
  readonly gate: Gate;
  readonly clients: Clients;
  readonly rate: Rate;
  readonly metrics: Metrics;
  readonly degrees: Degrees;
  readonly operations: readonly Operation[];
  /** Reads documents without storing them; null where previews are switched off. */
  readonly previews: Previews | null;
  /** Whether the server is shutting down. */
  readonly draining: () => boolean;
}

/** In production the address of the database is shown to nobody. */
const known = ({ browser, config }: Pick<Parts, 'browser' | 'config'>): BrowserAddress =>
  config.ENTENTE_PROFILE === 'development' && browser.url !== null
    ? { url: BROWSER_PATH, bolt: browser.bolt.replace('://', `://${config.NEO4J_USER}@`) }
    : { url: null, bolt: '' };

function toolsOf(browser: BrowserAddress, graphiql: boolean) {
  return {
    graphiql,
    browser: browser.url,
    bolt: browser.bolt || null,
    queries: readSavedQueries(browser),
  };
}

/** Routes for operators, as far as they are switched on. */
function openRoutes({ config, browser, metrics, operations }: Parts, open: Switches): Routes {
  const tools = toolsOf(known({ browser, config }), open.graphiql);
  return {
    ...(open.metrics && {
      '/metrics': get(async (_, res) =>
        send(res, 200, { 'content-type': metrics.contentType }, await metrics.text()),
      ),
    }),
    ...((open.tools || open.graphiql) && {
      '/operations.json': get((_, res) => sendJson(res, 200, operations)),
    }),
    ...(open.tools && {
      '/tools.json': get((_, res) => sendJson(res, 200, tools)),
      ...cypherRoutes(tools.queries),
    }),
  };
}

function healthRoutes({ database, draining, supervisor, log }: Parts): Routes {
  const ready = readiness(database, log);
  return {
    '/health/live': get((_, res) => {
      const hopeless = supervisor.hopeless();
      sendJson(res, hopeless === null ? 200 : 503, { status: hopeless ?? 'live' });
    }),
    '/health/ready': get(async (_, res) => {
      const found = draining() ? 'draining' : await ready();
      const good = found === 'ready';
      const known = good || found === 'draining' ? null : supervisor.fault();
      sendJson(res, good ? 200 : 503, { status: known ?? found });
    }),
  };
}

export interface Served {
  readonly api: GraphQLApi;
  readonly routes: Routes;
  readonly warmPages: PageServer['warm'];
  /** Serves every path without a route: pages, their files, and 404. */
  readonly otherwise: Route;
}

/** Makes every route of the server. */
export function createRoutes(parts: Parts): Served {
  const { config, database, log, browser, gate, clients, rate, metrics, degrees } = parts;
  const open = switchesOf(config);
  const onError = (code: string) => metrics.error(code);
  const extractor = qualityOf(parts.reader);
  const api = createGraphQL({
    ...{ config, database, schema, log, extractor, degrees, onError },
    browser,
    previews: parts.previews,
  });
  const query = {
    ...{ api, gate, clients, rate, log, timeoutMs: config.REQUEST_TIMEOUT_MS },
    origins: originsOf(config.CORS_ORIGINS),
    persisted: persistedQueries(),
    largeBodies: new LargeBodies(parts.previews !== null),
  };
  const development = config.ENTENTE_PROFILE === 'development';
  const pages = pageServer({ ...query, development, open, assets: readAssets() });
  const serveBrowser =
    open.tools && development && browser.url !== null
      ? browserProxy(browser.url, browser.bolt)
      : null;
  return {
    api,
    warmPages: pages.warm,
    routes: {
      '/graphql': { methods: ['GET', 'POST'], serve: (req, res) => serveQuery(query, req, res) },
      '/schema.graphql': sdlRoute(schema),
      ...healthRoutes(parts),
      ...openRoutes(parts, open),
    },
    otherwise: get(async (req, res) => {
      if (serveBrowser && pathOf(req).startsWith(BROWSER_PATH)) return serveBrowser(req, res);
      if (!(await sendPage(res, pathOf(req), open))) await pages.serve(req, res);
    }),
  };
}
