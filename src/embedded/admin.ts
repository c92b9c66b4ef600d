import { spawn } from 'node:child_process';
import { SetupError } from '../errors.ts';
import type { Home } from './home.ts';
import { classpathOf } from './java/jars.ts';
import { javaCommand } from './java/java.ts';

const MAIN = 'org.neo4j.cli.AdminTool';
/** For short work: a fast compiler and a small heap. */
const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
const HEAP = '512m';
const KEPT = 4_000;

export interface AdminOptions {
  readonly home: Home;
  readonly jars: string;
  readonly signal?: AbortSignal | undefined;
  /** File descriptors for the tool's input and output. */
  readonly input?: number;
  readonly output?: number;
  /** Java heap, such as 2g, for longer work. */
  readonly heap?: string;
}

/**
 * Runs Neo4j's own administration program on a stopped database.
 * @throws {SetupError} with the program's own message
 */
export function admin(
  args: readonly string[],
  { home, jars, signal, input, output, heap = HEAP }: AdminOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      '/bin/sh',
      ['-c', 'umask 077; exec "$@"', 'sh', javaCommand(), ...JVM, `-Xmx${heap}`, MAIN, ...args],
      {
        env: {
          ...process.env,
          CLASSPATH: classpathOf(jars),
          NEO4J_HOME: home.folder,
          NEO4J_CONF: home.conf,
        },
        stdio: [input ?? 'ignore', output ?? 'ignore', 'pipe'],
        ...(signal ? { signal } : {}),
      },
    );
    let words = '';
    child.stderr!.on('data', (chunk) => {
      words = (words + String(chunk)).slice(-KEPT);
    });
    child.once('error', (error) => reject(signal?.aborted ? signal.reason : error));
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const lines = words
        .split('\n')
        .filter(
          (line) =>
            line.trim() !== '' && !line.startsWith('NOTE: Picked up') && !/^\s+at /.test(line),
        );
      const said = /No space left/.test(words) ? 'the disk is full' : lines.slice(-3).join(' ');
      reject(new SetupError(`neo4j-admin ${args.slice(0, 3).join(' ')} failed: ${said}`));
    });
  });
}

/**
 * Replaces a stopped database by one imported from tables.
 * @param tables arguments of `neo4j-admin database import full` that name them
 * @param report file for rows that the importer leaves out; by default `import.report` in the
 *   current folder
 * @throws {SetupError} with the importer's own message
 */
export const importTables = (
  database: string,
  tables: readonly string[],
  report: string,
  options: AdminOptions,
): Promise<void> =>
  admin(
    [
      'database',
      'import',
      'full',
      database,
      '--overwrite-destination',
      `--report-file=${report}`,
      ...tables,
    ],
    options,
  );
