import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../../errors.ts';
import { admin } from '../admin.ts';
import { sizeOf, textFrom } from '../disk/log-file.ts';
import { warmStore } from '../disk/warm-store.ts';
import { type Home, passwordOf, writeState } from '../home.ts';
import { jvmArguments, neo4jConf, type Settings } from '../settings.ts';
import { NEO4J_VERSION } from './jars.ts';
import { javaCommand } from './java.ts';
import { bytesOf } from './memory.ts';
import { type Process, type Running, spawnJava } from './process.ts';

const MAIN = 'org.neo4j.server.CommunityEntryPoint';
/** A start usually takes 20 s, but minutes on a busy machine. */
const START_TIMEOUT_MS = 400_000;

export interface Launch extends Settings {
  readonly home: Home;
  readonly jars: string;
  /** Whether Neo4j outlives this process. */
  readonly detached?: boolean;
  /** Whether to hide it from other programs on the data folder, for one piece of work. */
  readonly unlisted?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Sets the password from a file, because other users can see a process's arguments. */
async function setInitialPassword(options: Launch, password: string): Promise<void> {
  const argumentFile = path.join(options.home.folder, 'run', 'initial-password');
  writeFileSync(argumentFile, password, { mode: 0o600 });
  try {
    await admin(['dbms', 'set-initial-password', `@${argumentFile}`], options);
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new SetupError(
      `the password of the embedded Neo4j could not be set: ${(cause as Error).message}\nRemove ${options.home.folder} when it holds nothing you need, and start again.`,
      { cause },
    );
  } finally {
    rmSync(argumentFile, { force: true });
  }
}

/** The reason for a failed start, from the end of Neo4j's own log. */
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

async function awaitStart(
  java: Process,
  { home, signal }: Launch,
  output: () => string,
): Promise<void> {
  const until = performance.now() + START_TIMEOUT_MS;
  while (!/ Started\.$/m.test(output())) {
    if (java.ended())
      throw new SetupError(
        `the embedded Neo4j did not start: ${reasonOf(output())}\nIts log: ${home.logFile}`,
      );
    if (signal?.aborted) {
      // Neo4j recovers a killed store at its next start, and the user should not have to wait.
      java.kill();
      await java.exited;
      signal.throwIfAborted();
    }
    if (performance.now() > until) {
      await java.stop();
      throw new SetupError(
        `the embedded Neo4j did not answer in ${START_TIMEOUT_MS / 1_000} s. Its log: ${home.logFile}`,
      );
    }
    await sleep(100);
  }
}

/**
 * Starts Neo4j and waits until Bolt answers.
 * @throws {SetupError} with the reason when it ends or does not answer; nothing is left running
 */
export async function launch(options: Launch): Promise<Running> {
  const { home, jars, ports, detached = false, unlisted = false, signal } = options;
  signal?.throwIfAborted();
  writeFileSync(path.join(home.conf, 'neo4j.conf'), neo4jConf(options), { mode: 0o600 });
  const password = passwordOf(home);
  if (!existsSync(path.join(home.folder, 'data', 'dbms', 'auth.ini')))
    await setInitialPassword(options, password);

  const serverLog = path.join(home.folder, 'logs', 'neo4j.log');
  const [from, serverFrom] = [sizeOf(home.logFile), sizeOf(serverLog)];
  const folders = [`--home-dir=${home.folder}`, `--config-dir=${home.conf}`];
  const java = spawnJava([javaCommand(), ...jvmArguments(options), MAIN, ...folders], {
    home,
    jars,
    detached,
  });
  if (!options.lean) void warmStore(home, bytesOf(options.memory.pageCache), signal);
  await awaitStart(
    java,
    options,
    () => textFrom(serverLog, serverFrom) + textFrom(home.logFile, from),
  );
  const { pid } = java;
  if (!unlisted)
    writeState(home, { pid, ports, version: NEO4J_VERSION, startedAt: new Date().toISOString() });
  return { ...java, pid };
}
