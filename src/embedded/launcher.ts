import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { SetupError } from '../errors.ts';
import { clearState, type Home, passwordOf, writeState } from './home.ts';
import { classpathOf, NEO4J_VERSION } from './jars.ts';
import { javaCommand } from './java.ts';
import { jvmArguments, neo4jConf, type Settings } from './settings.ts';

const MAIN = 'org.neo4j.server.CommunityEntryPoint';
const ADMIN = 'org.neo4j.cli.AdminTool';
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 20_000;

/**
 * Runs Java on a leash: when this process ends, even by SIGKILL, its end of the pipe closes, the
 * reader wakes and stops Java. `$1` is the file for Java's process id.
 */
const LEASH = `exec 3<&0
pidfile=$1; shift
"$@" 3<&- </dev/null & java=$!
echo $java >"$pidfile"
( while read -r _; do :; done <&3; kill -TERM $java 2>/dev/null ) &
exec 3<&-
wait $java`;
/** The same without a leash. */
const FREE = `pidfile=$1; shift
"$@" </dev/null & java=$!
echo $java >"$pidfile"
wait $java`;

/** A Neo4j that runs as a child process. */
export interface Running {
  readonly pid: number;
  /** Ends when the process ends, whoever stopped it. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
  /** Lets it outlive this process. */
  release(): void;
}

export interface Launch extends Settings {
  readonly home: Home;
  readonly jars: string;
  /** Not on the leash: stays when this process ends. */
  readonly detached?: boolean;
}

/** Neo4j keeps the hash itself; the password travels in a file, because arguments can be seen by everyone. */
async function setInitialPassword({ home, jars }: Launch, password: string): Promise<void> {
  const argumentFile = path.join(home.folder, 'run', 'initial-password');
  writeFileSync(argumentFile, password, { mode: 0o600 });
  const args = [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    ADMIN,
    'dbms',
    'set-initial-password',
    `@${argumentFile}`,
  ];
  try {
    await promisify(execFile)(javaCommand(), args, {
      env: {
        ...process.env,
        CLASSPATH: classpathOf(jars),
        NEO4J_HOME: home.folder,
        NEO4J_CONF: home.conf,
      },
    });
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string };
    throw new SetupError(
      `the password of the embedded Neo4j could not be set: ${stderr.split('\n')[0]}\nRemove ${home.folder} when it holds nothing you need, and start again.`,
    );
  } finally {
    rmSync(argumentFile, { force: true });
  }
}

/** What to tell of a start that failed, from the end of Neo4j's own log. */
function reasonOf(log: string): string {
  if (/Address already in use|BindException/.test(log))
    return 'a port is already in use; see NEO4J_BOLT_PORT and NEO4J_HTTP_PORT.';
  if (/lock file|FileLockException|StoreLocked/i.test(log))
    return 'another Neo4j holds its data folder; stop that one first.';
  if (/No space left/.test(log)) return 'the disk is full; make room and start again.';
  return (
    log
      .split('\n')
      .filter((line) => /ERROR|Caused by|Exception/.test(line))
      .slice(-3)
      .join('\n') || log.slice(-500)
  );
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function textFrom(file: string, start: number): string {
  return existsSync(file) ? readFileSync(file).subarray(start).toString() : '';
}

/**
 * Starts Neo4j and waits until Bolt answers.
 * @throws {SetupError} with the reason when it ends or does not answer; nothing is left running
 */
export async function launch(options: Launch): Promise<Running> {
  const { home, jars, ports, detached = false } = options;
  writeFileSync(path.join(home.conf, 'neo4j.conf'), neo4jConf(options));
  const password = passwordOf(home);
  if (!existsSync(path.join(home.folder, 'data', 'dbms', 'auth.ini')))
    await setInitialPassword(options, password);

  const log = openSync(home.logFile, 'a');
  const serverLog = path.join(home.folder, 'logs', 'neo4j.log');
  const [from, serverFrom] = [sizeOf(home.logFile), sizeOf(serverLog)];
  const java = [
    javaCommand(),
    ...jvmArguments(options),
    MAIN,
    `--home-dir=${home.folder}`,
    `--config-dir=${home.conf}`,
  ];
  // A process group of its own: Ctrl-C on the terminal reaches this program, which then stops Neo4j.
  const child: ChildProcess = spawn(
    '/bin/sh',
    ['-c', detached ? FREE : LEASH, 'sh', home.pidFile, ...java],
    {
      detached: true,
      env: { ...process.env, CLASSPATH: classpathOf(jars) },
      stdio: [detached ? 'ignore' : 'pipe', log, log],
    },
  );
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  });
  let ended = false;
  void exited.then(() => {
    ended = true;
    child.stdin?.destroy();
    clearState(home);
  });

  const pidOfJava = () => {
    try {
      return Number(readFileSync(home.pidFile, 'utf8'));
    } catch {
      return 0;
    }
  };
  const stop = async () => {
    const pid = pidOfJava();
    if (ended) return;
    if (pid > 0) process.kill(pid, 'SIGTERM');
    else child.kill('SIGTERM');
    const killer = setTimeout(() => pid > 0 && process.kill(pid, 'SIGKILL'), STOP_TIMEOUT_MS);
    await exited;
    clearTimeout(killer);
  };

  const until = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const output = textFrom(serverLog, serverFrom) + textFrom(home.logFile, from);
    if (/ Started\.$/m.test(output)) break;
    if (ended)
      throw new SetupError(
        `the embedded Neo4j did not start: ${reasonOf(output)}\nIts log: ${home.logFile}`,
      );
    if (performance.now() > until) {
      await stop();
      throw new SetupError(
        `the embedded Neo4j did not answer in ${START_TIMEOUT_MS / 1_000} s. Its log: ${home.logFile}`,
      );
    }
    await sleep(100);
  }
  const pid = pidOfJava();
  writeState(home, { pid, ports, version: NEO4J_VERSION, startedAt: new Date().toISOString() });
  return { pid, exited, stop, release: () => child.unref() };
}
