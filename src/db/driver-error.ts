import {
  type AppError,
  DatabaseError,
  DiskFullError,
  TimeoutError,
  UnavailableError,
} from '../errors.ts';

interface DriverError {
  readonly code?: string;
  readonly retriable?: boolean;
  readonly message?: string;
}

/** Whether the same statement may succeed when it is sent again. */
export function isRetriable(error: unknown): boolean {
  return (error as DriverError | undefined)?.retriable === true;
}

const UNAVAILABLE =
  /ServiceUnavailable|SessionExpired|ConnectionAcquisition|DatabaseUnavailable|General\.DatabaseUnavailable|acquisition timed out|pool is closed|ProtocolError/i;
/** The operating system has no space, or Neo4j stopped a database whose log it could not write. */
const DISK_FULL = /no space left on device|disk quota exceeded|not enough (?:disk )?space/i;
const BROKEN =
  /could not append transaction|critical error, and needs to be restarted|database health|TransactionLogError/i;

/** The driver's decoder throws these errors when a connection breaks in the middle of a message. */
const isBrokenConnection = (cause: unknown) =>
  cause instanceof RangeError ||
  (cause instanceof TypeError &&
    /Cannot read propert|Unknown chunk|Unpackable/i.test(cause.message));

/** Longest part of a message that is kept: the reason comes first, the offending value after it. */
const MESSAGE_MAX = 500;
const VALUE_MIN = 3;

/** Replaces parameter values in a message of Neo4j, because only the client may see them. */
function withoutValues(message: string, params: unknown): string {
  let text = message;
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= VALUE_MIN)
      text = text.replaceAll(value, '(value)');
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(params);
  return text.length > MESSAGE_MAX ? `${text.slice(0, MESSAGE_MAX)} ...` : text;
}

/**
 * Translates a driver's error to one that a client may see; its `cause` is for the log.
 * @param params of the statement, which are kept out of messages and logs
 */
export function toAppError(cause: unknown, what: string, params?: unknown): AppError {
  const { code = '', message = '' } = (cause ?? {}) as DriverError;
  if (/TransactionTimedOut|LockClientStopped/.test(code))
    return new TimeoutError('the database took too long; ask for fewer levels or rows.', { cause });
  if (DISK_FULL.test(message) || BROKEN.test(message))
    return new DiskFullError('the database cannot work now; try again later.', { cause });
  if (UNAVAILABLE.test(code) || UNAVAILABLE.test(message) || isBrokenConnection(cause))
    return new UnavailableError('the database cannot be reached; try again in a moment.', {
      cause,
    });
  if (/Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired)/.test(code))
    return new UnavailableError(
      'the database refuses the credentials; see NEO4J_USER and NEO4J_PASSWORD.',
      {
        cause,
      },
    );
  return new DatabaseError(`${what} failed: ${code} ${withoutValues(message, params)}`, {
    // The driver's message may hold values, and its stack names nothing of this program.
    ...(params === undefined ? { cause } : {}),
  });
}
