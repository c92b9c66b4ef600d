import { AppError, InterruptedError, TimeoutError } from '../errors.ts';

const FILE_TROUBLES: Readonly<Record<string, string>> = {
  EACCES: 'you may not use it; change its permissions, or name another',
  EPERM: 'you may not use it; change its permissions, or name another',
  EROFS: 'it lies on a disk that cannot be written; name another',
  ENOSPC: 'the disk is full; make room on it',
  EDQUOT: 'the disk is full; make room on it',
  ENOENT: 'it does not exist; check the path',
  ENOTDIR: 'a part of its path is a file, not a folder; check the path',
  EEXIST: 'there is a file where a folder is needed; check the path',
  EISDIR: 'it is a folder, not a file; check the path',
};

/** What the user can do about a file that could not be used; null for any other error. */
function fileTrouble(error: NodeJS.ErrnoException): string | null {
  const trouble = FILE_TROUBLES[error.code ?? ''];
  if (trouble === undefined || error.path === undefined || error.syscall?.startsWith('spawn'))
    return null;
  return `${error.path}: ${trouble}.`;
}

/** Whether the reader of the output has ended, as `head` does. */
const isBrokenPipe = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** As shells compute them: 128 plus the number of the signal. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Stop = keyof typeof EXIT_CODES;

/** The message for an error that the user can act on; null for a bug. */
function told(error: Error): string | null {
  // Its own message advises users of GraphQL.
  if (error instanceof TimeoutError)
    return 'the database took too long; is it or this machine overloaded? Try again in a moment.';
  return error instanceof AppError ? error.message : fileTrouble(error);
}

/** Runs a command's work; a mistake of the user is printed as one message, a bug with its stack. */
export async function run(work: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error) => {
    if (!isBrokenPipe(error)) throw error;
  });
  try {
    await work();
  } catch (error) {
    if (isBrokenPipe(error)) return;
    if (error instanceof InterruptedError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
      return;
    }
    const said = told(error as Error);
    process.stderr.write(said === null ? `${(error as Error).stack}\n` : `error: ${said}\n`);
    process.exitCode = 1;
  }
}

export interface Stopping {
  /** Aborted when the program is asked to end, by Ctrl-C or the signal of a supervisor. */
  readonly signal: AbortSignal;
  /** Resolves when the program is asked to end. */
  readonly stopped: Promise<void>;
  /** An error for interrupted work; its exit code names the signal. */
  interrupted(message: string): InterruptedError;
  /** Stops listening to signals. */
  release(): void;
}

/** Listens for requests to stop. A second one ends the program at once. */
export function stopping(): Stopping {
  const control = new AbortController();
  let by: Stop = 'SIGINT';
  const interrupted = (message: string) => new InterruptedError(message, EXIT_CODES[by]);
  const listeners = (Object.keys(EXIT_CODES) as Stop[]).map((name) => {
    const listen = () => {
      by = name;
      release();
      control.abort(interrupted('stopped before it was done'));
    };
    process.once(name, listen);
    return { name, listen };
  });
  const release = () => {
    for (const { name, listen } of listeners) process.off(name, listen);
  };
  return {
    signal: control.signal,
    stopped: new Promise((resolve) => {
      control.signal.addEventListener('abort', () => resolve(), { once: true });
    }),
    interrupted,
    release,
  };
}
