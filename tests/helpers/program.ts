import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = path.resolve(import.meta.dirname, '../../bin/entente.js');

export const newHome = (name: string): string =>
  mkdtempSync(path.join(tmpdir(), `entente-${name}-`));

export async function until(
  what: string,
  test: () => boolean | Promise<boolean>,
  ms = 120_000,
): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(100))
    if (await test()) return;
  throw new Error(`waited too long until ${what}`);
}

/** The command line as a program of its own, with the Node that runs the tests. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export function runProgram(
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: {
      ...process.env,
      ENTENTE_HOME: home,
      PORT: '0',
      NEO4J_BOLT_PORT: '0',
      NEO4J_HTTP_PORT: '0',
      NEO4J_URI: '',
      // Neo4j starts a third sooner with the fast compiler alone; JDK_JAVA_OPTIONS is read by Java itself.
      JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal!));
  });
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

/** Runs a command to its end. */
export async function run(
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | NodeJS.Signals; stdout: string; stderr: string }> {
  const program = runProgram(args, home, env);
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

/** The address that a server has told. */
export async function readyAt(server: Program): Promise<string> {
  await until(
    `the server is ready: ${server.stderr()}`,
    () => {
      if (server.child.exitCode !== null) throw new Error(`it ended: ${server.stderr()}`);
      return server.stderr().includes('Entente is ready');
    },
    300_000,
  );
  return /start page +(\S+)/.exec(server.stderr())![1]!;
}

export const pidOf = (home: string): number =>
  Number(readFileSync(path.join(home, 'neo4j/run/neo4j.pid'), 'utf8'));

export const isAlive = (pid: number): boolean =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

export async function query<T>(address: string, text: string): Promise<T> {
  const response = await fetch(`${address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
