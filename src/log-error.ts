/** Longest text of one field, in characters; only texts of requests are longer. */
const TEXT_MAX = 2_000;
const CAUSES_MAX = 3;

export const cut = (text: string): string =>
  text.length > TEXT_MAX
    ? `${text.slice(0, TEXT_MAX)} ... (${text.length - TEXT_MAX} more characters)`
    : text;

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | undefined;
  readonly stack: string;
  readonly cause?: LoggedError | undefined;
}

/**
 * An error for the log: bounded, and without what libraries attach to errors, such as the client's
 * query. User and password of addresses are removed.
 */
export function boundedError(error: unknown, causes = CAUSES_MAX): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? plain(error) : error;
  const { code } = error as { code?: unknown };
  const stack = error.stack ?? '';
  return {
    type: error.name,
    message: plain(error.message),
    ...(code === undefined ? {} : { code: plain(String(code)) }),
    // The stack repeats the message, which is therefore cut off.
    stack: plain(stack.slice(Math.max(0, stack.indexOf('\n    at ')))),
    ...(error.cause instanceof Error && causes > 0
      ? { cause: boundedError(error.cause, causes - 1) as LoggedError }
      : {}),
  } satisfies LoggedError;
}

const CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi;

/** A text for the log: cut, and without user and password of addresses. */
export const plain = (text: string): string => cut(text).replace(CREDENTIALS, '$1');
