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
  /** Called with the code of every error that a client is sent. */
  readonly onError?: (code: string) => void;
}

export interface GraphQLApi {
  /** Validates and answers requests of every form. */
  readonly yoga: Yoga;
  /** The function that yoga executes operations with, for documents that yoga has accepted. */
  readonly answer: Answer;
  readonly schema: GraphQLSchema;
  /** Documents that every plugin accepted, by text; acceptance does not depend on the client. */
  readonly good: Cache<DocumentNode>;
  /** Most bytes of an answer. */
  readonly answerBytesMax: number;
}

/** Makes yoga execute operations with `answer`; the context may name the asker. */
const executeWith = (answer: Answer): Plugin => ({
  onExecute({ setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const { asker, request } = args.contextValue as { asker?: Asker; request: Request };
      return answer(args, asker ?? request);
    });
  },
});

/** Refuses content types that a plain HTML form can send from any page without a preflight. */
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
