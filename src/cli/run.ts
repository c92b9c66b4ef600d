import { AppError } from '../errors.ts';

/** Runs a command's work; a mistake of the caller is one clear message, anything else a bug with its stack. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(
      error instanceof AppError ? `error: ${error.message}\n` : `${(error as Error).stack}\n`,
    );
    process.exitCode = 1;
  }
}

/** Ends when the program is asked to: Ctrl-C, or the signal of a supervisor. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(signal));
  });
}
