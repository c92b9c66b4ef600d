import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { clearState, type Home } from '../home.ts';
import { classpathOf } from './jars.ts';

const STOP_TIMEOUT_MS = 20_000;

/**
 * Runs Java tied to this process: when this process ends, even by SIGKILL, its end of the pipe
 * closes, and the subshell that reads it stops Java. `$1` is the file for Java's process id.
 */
const LEASH = `umask 077
exec 3<&0
pidfile=$1; shift
"$@" 3<&- </dev/null & java=$!
echo $java >"$pidfile"
( while read -r _; do :; done <&3; kill -TERM $java 2>/dev/null ) &
exec 3<&-
wait $java`;
/** Runs Java without this tie. */
const FREE = `umask 077
pidfile=$1; shift
"$@" </dev/null & java=$!
echo $java >"$pidfile"
wait $java`;

/** A Neo4j that runs as a child process. */
export interface Running {
  readonly pid: number;
  /** Resolves when the process has ended for any reason. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
  /** Kills it, like a power failure: its log restores it at the next start. */
  kill(): void;
  /** Lets it outlive this process. */
  release(): void;
}

export interface Process extends Running {
  readonly ended: () => boolean;
}

/** Starts Java in its own process group: Ctrl-C reaches this program only, which stops Neo4j. */
export function spawnJava(
  command: readonly string[],
  {
    home,
    jars,
    detached,
  }: { readonly home: Home; readonly jars: string; readonly detached: boolean },
): Process {
  const log = openSync(home.logFile, 'a', 0o600);
  const child = spawn('/bin/sh', ['-c', detached ? FREE : LEASH, 'sh', home.pidFile, ...command], {
    detached: true,
    env: { ...process.env, CLASSPATH: classpathOf(jars) },
    stdio: [detached ? 'ignore' : 'pipe', log, log],
  });
  closeSync(log);
  let ended = false;
  const exited = new Promise<number | null>((resolve) => {
    const end = (code: number | null) => {
      ended = true;
      child.stdin?.destroy();
      clearState(home);
      resolve(code);
    };
    child.once('error', () => end(null));
    child.once('close', end);
  });

  const pidOfJava = () => {
    try {
      return Number(readFileSync(home.pidFile, 'utf8'));
    } catch {
      return 0;
    }
  };
  const send = (signal: NodeJS.Signals) => {
    if (ended) return;
    const pid = pidOfJava();
    try {
      if (pid > 0) process.kill(pid, signal);
      else child.kill(signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself
    }
  };
  return {
    get pid() {
      return pidOfJava();
    },
    exited,
    ended: () => ended,
    kill: () => send('SIGKILL'),
    async stop() {
      send('SIGTERM');
      const killer = setTimeout(() => send('SIGKILL'), STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(killer);
    },
    release: () => child.unref(),
  };
}
