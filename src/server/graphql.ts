import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Context, ExtractorQuality } from '../../schema/builder.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Reader } from '../db/reader.ts';
import type { Degrees } from '../graph/degrees.ts';
import { type Explained, Graph } from '../graph/graph.ts';
import type { Log } from '../log.ts';
import { REQUEST_ID } from './answer.ts';
import { compileRepeated } from './compiled.ts';
import { browserParameters } from './cypher-literal.ts';
import { cacheByLength, noCache } from './document-cache.ts';
import { maskError, requestIdOf } from './errors.ts';
import { LIMITS, limitPlugins } from './limits.ts';

export type Yoga = YogaServerInstance<object, Context>;

export interface GraphQLOptions {
  readonly config: Pick<Config, 'ENTENTE_PROFILE' | 'READ_TIMEOUT_MS' | 'REQUEST_TIMEOUT_MS'>;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly log: Log;
  readonly extractor: ExtractorQuality | null;
  readonly degrees: Degrees;
}

interface RequestContext {
  readonly request?: Request;
}

/** Integers of the driver as plain numbers. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('toNumber' in value && typeof value.toNumber === 'function') return value.toNumber();
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

/** A statement as it was sent; `browser` sets its parameters in Neo4j Browser. */
const explain = (one: Explained) => ({
  ...one,
  params: plain(one.params),
  browser: browserParameters(one.params),
  ms: Math.round(one.ms * 100) / 100,
});

/**
 * One reader per operation, opened with its context and closed when it has answered. Tells what the
 * request cost, and on demand which statements it was read with.
 */
function graphPlugin({ config, database, degrees, extractor }: GraphQLOptions): Plugin {
  const development = config.ENTENTE_PROFILE === 'development';
  return {
    onExecute({ args, extendContext }) {
      const { request } = args.contextValue as RequestContext;
      const reader: Reader = database.reader({
        timeoutMs: config.READ_TIMEOUT_MS,
        deadline: performance.now() + config.REQUEST_TIMEOUT_MS,
        signal: request?.signal,
      });
      const explained = development && request?.headers.get('x-entente-explain') === 'true';
      const graph = new Graph(reader, { named: explained, degrees });
      extendContext({ graph, extractor, wholeTexts: development } satisfies Context as never);
      return {
        onExecuteDone({ result, setResult }) {
          void reader.close().catch(() => {});
          if (Symbol.asyncIterator in result) return;
          const requestId = request?.headers.get(REQUEST_ID);
          if (requestId) for (const error of result.errors ?? []) requestIdOf.set(error, requestId);
          const told = {
            ...(graph.explained.length > 0 ? { cost: graph.cost } : {}),
            ...(explained ? { explain: graph.explained.map(explain) } : {}),
          };
          if (Object.keys(told).length > 0)
            setResult({ ...result, extensions: { ...result.extensions, ...told } });
        },
      };
    },
  };
}

/** Requests that a plain HTML form could send from any page are refused: they need no preflight. */
const refuseForms: Plugin = {
  onRequest({ request, endResponse, fetchAPI }) {
    const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (
      request.method !== 'POST' ||
      type === 'application/json' ||
      type === 'application/graphql+json'
    )
      return;
    const body = {
      errors: [
        { message: 'send the query as application/json.', extensions: { code: 'BAD_USER_INPUT' } },
      ],
    };
    endResponse(
      new fetchAPI.Response(JSON.stringify(body), {
        status: 415,
        headers: { 'content-type': 'application/json' },
      }),
    );
  },
};

export function createGraphQL(options: GraphQLOptions): Yoga {
  const { config, schema, log } = options;
  const development = config.ENTENTE_PROFILE === 'development';
  return createYoga<object, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    logging: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: LIMITS.bodyBytes,
    parserAndValidationCache: { documentCache: cacheByLength(), errorCache: noCache },
    maskedErrors: {
      maskError: (error: unknown) => maskError(error, { log, suggestions: development }),
    },
    plugins: [refuseForms, ...limitPlugins(development), compileRepeated(), graphPlugin(options)],
  } as never) as never;
}
