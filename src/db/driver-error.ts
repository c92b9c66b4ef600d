import { type AppError, DatabaseError, TimeoutError, UnavailableError } from '../errors.ts';

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
  /ServiceUnavailable|SessionExpired|ConnectionAcquisition|DatabaseUnavailable|General\.DatabaseUnavailable|acquisition timed out|pool is closed/i;

/** What a client may be told of a driver's error; the cause is for the log. */
export function toAppError(cause: unknown, what: string): AppError {
  const { code = '', message = '' } = (cause ?? {}) as DriverError;
  if (/TransactionTimedOut|LockClientStopped/.test(code))
    return new TimeoutError('the database took too long; ask for fewer levels or rows.', { cause });
  if (UNAVAILABLE.test(code) || UNAVAILABLE.test(message))
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
  return new DatabaseError(`${what} failed: ${code} ${message}`, { cause });
}
