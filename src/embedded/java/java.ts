import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SetupError } from '../../errors.ts';

const run = promisify(execFile);

const JAVA_MIN = 17;
/** Neo4j 5.26 is built for Java 17 and 21. */
const JAVA_MAX = 21;

const REMEDY =
  'Install it (Debian, Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17), ' +
  'or set NEO4J_URI to use a Neo4j that is already running.';

/** The `java` command: that of JAVA_HOME, else the one on the path. */
export function javaCommand(env: NodeJS.ProcessEnv = process.env): string {
  return env.JAVA_HOME ? `${env.JAVA_HOME}/bin/java` : 'java';
}

/**
 * @returns the build of the Java runtime, such as `17.0.15+6-Debian-1deb12u1`
 * @throws {SetupError} when there is none, or one that Neo4j does not run on
 */
export async function checkJava(command = javaCommand()): Promise<string> {
  const { stderr } = await run(command, ['-version']).catch((cause) => {
    throw new SetupError(`Java ${JAVA_MIN} is needed and "${command}" cannot be run. ${REMEDY}`, {
      cause,
    });
  });
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(major >= JAVA_MIN && major <= JAVA_MAX))
    throw new SetupError(
      `"${command}" is Java ${major || 'of an unknown version'}; Neo4j 5.26 runs on ${JAVA_MIN} to ${JAVA_MAX}. ${REMEDY}`,
    );
  return /\(build ([^),]+)/.exec(stderr)?.[1] ?? String(major);
}

/** @throws {SetupError} when Maven is missing */
export async function checkMaven(): Promise<void> {
  await run('mvn', ['--version']).catch((cause) => {
    throw new SetupError(
      'Maven is needed once, to fetch the embedded Neo4j, and "mvn" cannot be run. Install it (Debian, Ubuntu: ' +
        'apt-get install maven; macOS: brew install maven), or set NEO4J_URI to use a Neo4j that is already running.',
      { cause },
    );
  });
}
