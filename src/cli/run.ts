import { AppError } from '../errors.ts';

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

/** Whether the program that read the output has ended, as `head` does. */
const isBrokenPipe = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** Runs a command's work; a mistake of the caller is one clear message, anything else a bug with its stack. */
export async function run(work: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error) => {
    if (!isBrokenPipe(error)) throw error;
  });
  try {
    await work();
  } catch (error) {
    if (isBrokenPipe(error)) return;
    const said = error instanceof AppError ? error.message : fileTrouble(error as Error);
    process.stderr.write(said === null ? `${(error as Error).stack}\n` : `error: ${said}\n`);
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
