import { GraphQLError } from 'graphql';
import { AppError, DiskFullError, RateLimitedError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { plain } from '../../log-error.ts';
import { withoutSuggestion } from '../limits/limits.ts';

/** HTTP status of errors that are not the client's fault, or that clients handle separately. */
const STATUS: Readonly<Record<string, number>> = {
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TIMEOUT: 504,
  SERVICE_UNAVAILABLE: 503,
  OVERLOADED: 503,
};

/** Messages of the limits plugins, which have no code. */
const LIMIT =
  /^(?:Syntax Error: )?(?:.*(?:Query depth limit|Aliases limit|Directives limit|Token limit|Tokens? limit).*|The query is too large)/i;

/** Codes of yoga for requests without an operation, whose messages hold its parser's details. */
const MALFORMED: ReadonlySet<unknown> = new Set(['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']);

/** Seconds after which a client may ask again a server that could not answer. */
export const RETRY_AFTER = '1';

/** The HTTP status and headers of an error. */
function httpOf(code: string, cause: unknown) {
  const status = STATUS[code];
  if (status === undefined) return {};
  if (cause instanceof RateLimitedError)
    return { http: { status, headers: { 'retry-after': String(cause.retryAfter) } } };
  if (status === 503) return { http: { status, headers: { 'retry-after': RETRY_AFTER } } };
  return { http: { status } };
}

/** Some messages of graphql-js repeat the refused variable fifty times; the reason comes last. */
const MESSAGE_MAX = 600;
const cut = (message: string) =>
  message.length > MESSAGE_MAX
    ? `${message.slice(0, MESSAGE_MAX / 2)} … ${message.slice(-MESSAGE_MAX / 2)}`
    : message;

function coded(
  error: GraphQLError,
  code: string,
  message = error.message,
  cause?: unknown,
): GraphQLError {
  return new GraphQLError(cut(message), {
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: {
      ...error.extensions,
      code,
      ...httpOf(code, cause),
    },
  });
}

/** The message of a scalar names the value and the rule, and nothing of the program. */
const isValueError = (error: GraphQLError) =>
  /^(?:Variable "\$|Expected value|Argument "|.* is no date;|.*cannot represent)/.test(
    error.message,
  );

/**
 * Request ids by error, for the log and the client, because masking receives errors alone.
 * Following requests through asynchronous calls would take a tenth of their time.
 */
export const requestIdOf = new WeakMap<object, string>();

/** The request id of the queries that the server runs itself before it opens. */
export const WARM_UP = 'warm-up';

const causeOf = ({ cause }: Error): string | undefined =>
  cause instanceof Error ? plain(cause.message) : undefined;

export interface Masking {
  readonly log: Log;
  /** Whether error messages suggest names of the schema. */
  readonly suggestions: boolean;
}

/**
 * What a client may see of an error: one raised on purpose, or one about the query itself. Anything
 * else is a bug or a message of the database: it is logged, and shown as an internal error.
 */
export function maskError(error: unknown, { log, suggestions }: Masking): GraphQLError {
  const requestId = requestIdOf.get(error as object);
  const wrapped =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const original = wrapped.originalError ?? (error instanceof GraphQLError ? undefined : error);
  if (original instanceof AppError && original.code !== 'INTERNAL_SERVER_ERROR') {
    if (STATUS[original.code] === 503 || STATUS[original.code] === 504)
      // Such errors are expected, so the log needs the database's message, not the stack.
      log[requestId === WARM_UP ? 'debug' : 'warn'](
        { cause: causeOf(original), requestId },
        original instanceof DiskFullError ? original.advice : original.message,
      );
    return coded(wrapped, original.code, original.message, original);
  }
  if (LIMIT.test(cut(wrapped.message)))
    return coded(wrapped, 'TOO_LARGE', wrapped.message.replace('Syntax Error: ', ''));
  // A client that has left gets no answer, and its leaving is not logged as a fault.
  if ((original as Error | undefined)?.name === 'AbortError') return coded(wrapped, 'TIMEOUT', '');
  if (original === undefined || original instanceof GraphQLError) {
    const message = suggestions ? wrapped.message : withoutSuggestion(wrapped.message);
    if (MALFORMED.has(wrapped.extensions.code))
      return new GraphQLError(cut(message), {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      });
    if (typeof wrapped.extensions.code === 'string')
      return coded(wrapped, wrapped.extensions.code, message);
    if (wrapped.message.startsWith('Syntax Error')) return coded(wrapped, 'GRAPHQL_PARSE_FAILED');
    return coded(
      wrapped,
      wrapped.path === undefined && !isValueError(wrapped)
        ? 'GRAPHQL_VALIDATION_FAILED'
        : 'BAD_USER_INPUT',
      message,
    );
  }
  log.error({ err: original, requestId }, 'a request failed');
  return new GraphQLError(
    'Something went wrong here; the request id helps to find it in the log.',
    {
      source: wrapped.source ?? null,
      positions: wrapped.positions ?? null,
      path: wrapped.path ?? null,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    },
  );
}
