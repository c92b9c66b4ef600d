import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Context } from '../../../schema/builder.ts';
import type { Log } from '../../log.ts';
import { LIMITS, limitPlugins } from '../limits/limits.ts';
import { switchesOf } from '../switches.ts';
import { type Cache, cacheByLength, noCache } from './document-cache.ts';
import { maskError } from './errors.ts';
import { type Answer, type Asker, answering, type OperationOptions } from './operation.ts';

export type Yoga = YogaServerInstance<object, Context>;

export interface GraphQLOptions extends OperationOptions {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** Is told the code of every error that a client is told. */
  readonly onError?: (code: string) => void;
}

export interface GraphQLApi {
  /** Judges requests of every form, and answers them. */
  readonly yoga: Yoga;
  /** What yoga executes operations with, for whoever has one that yoga found good. */
  readonly answer: Answer;
  readonly schema: GraphQLSchema;
  /** Documents that every plugin found good, by their text: none of them looks at who asks. */
  readonly good: Cache<DocumentNode>;
  /** Longest answer. */
  readonly answerBytesMax: number;
}

/** Operations are executed in one place, whichever way they came in; who asks may be told with the request. */
const executeWith = (answer: Answer): Plugin => ({
  onExecute({ setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const { asker, request } = args.contextValue as { asker?: Asker; request: Request };
      return answer(args, asker ?? request);
    });
  },
});

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

export function createGraphQL(options: GraphQLOptions): GraphQLApi {
  const { config, schema, log, onError } = options;
  const { introspection } = switchesOf(config);
  const mask = (error: unknown) => {
    const masked = maskError(error, { log, suggestions: introspection });
    onError?.(String(masked.extensions.code));
    return masked;
  };
  const answer = answering(options, mask);
  const yoga = createYoga<object, Context>({
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
    maskedErrors: { maskError: mask },
    plugins: [refuseForms, ...limitPlugins(introspection), executeWith(answer)],
  } as never) as never;
  return {
    yoga,
    answer,
    schema,
    good: cacheByLength(),
    answerBytesMax: config.ANSWER_BYTES_MAX,
  };
}
