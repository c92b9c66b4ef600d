/** Longest text of one field of a line. What is longer than this is long because of what was asked. */
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
 * An error as it is logged: bounded, and without what libraries attach to errors, such as the query
 * that somebody sent. User and password of an address are left out.
 */
export function boundedError(error: unknown, causes = CAUSES_MAX): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? plain(error) : error;
  const { code } = error as { code?: unknown };
  const stack = error.stack ?? '';
  return {
    type: error.name,
    message: plain(error.message),
    ...(code === undefined ? {} : { code: plain(String(code)) }),
    // The stack repeats the message.
    stack: plain(stack.slice(Math.max(0, stack.indexOf('\n    at ')))),
    ...(error.cause instanceof Error && causes > 0
      ? { cause: boundedError(error.cause, causes - 1) as LoggedError }
      : {}),
  } satisfies LoggedError;
}

const CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi;

/** A text as it is logged: cut, and without user and password of an address. */
export const plain = (text: string): string => cut(text).replace(CREDENTIALS, '$1');
