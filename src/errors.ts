/**
 * Base of every error that this program raises on purpose. `code` is stable; the server copies it
 * to `extensions.code`. Any other error is a bug: the server hides it and logs its stack, the
 * command line prints its stack.
 */
export abstract class AppError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The caller asked for something that is not allowed: a limit, a malformed id or cursor. */
export class InputError extends AppError {
  readonly code: string = 'BAD_USER_INPUT';
}

/** The selection could return more than one request may; the message says how to ask for less. */
export class TooLargeError extends InputError {
  override readonly code = 'TOO_LARGE';
}

/** An environment variable or a command-line flag is wrong. */
export class ConfigError extends AppError {
  readonly code = 'BAD_CONFIGURATION';
}

/** A file, a feed or one of its records cannot be read; the others are still read. */
export class ReadError extends AppError {
  readonly code = 'UNREADABLE';
}

/** Something this program needs is missing or in use: Java, Maven, a port, a locked folder. */
export class SetupError extends AppError {
  readonly code = 'SETUP';
}

/** The request exceeded its time limit. */
export class TimeoutError extends AppError {
  readonly code = 'TIMEOUT';
}

/** Neo4j cannot be reached, or lost the connection. */
export class UnavailableError extends AppError {
  readonly code = 'SERVICE_UNAVAILABLE';
}

/** Neo4j has no room to write, or stopped for lack of it. `advice` is for the operator. */
export class DiskFullError extends UnavailableError {
  readonly advice =
    'the disk is full, or was when Neo4j last wrote: make room on the disk of the database; it goes on by itself, or when it is started again, and what was committed is kept.';
}

/** Neo4j refused a statement. The message is for the log, never for a client. */
export class DatabaseError extends AppError {
  readonly code = 'INTERNAL_SERVER_ERROR';
}

/** The program was asked to stop before its work was done. */
export class InterruptedError extends AppError {
  readonly code = 'INTERRUPTED';
  /** Exit code of the program: 128 plus the number of the signal, as in shells. */
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A client has used its points of this minute. */
export class RateLimitedError extends AppError {
  readonly code = 'RATE_LIMITED';
  /** Seconds until it has points again. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
