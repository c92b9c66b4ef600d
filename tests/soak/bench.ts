// A server of the production profile in a process of its own, with a proxy between it and Neo4j.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../../src/db/database.ts';
import { ROOT } from '../../src/root.ts';
import type { TestNeo4j } from '../helpers/neo4j-setup.ts';
import { openProxy, type TcpProxy } from './proxy.ts';

export interface Bench {
  readonly graphql: string;
  readonly live: string;
  readonly ready: string;
  readonly proxy: TcpProxy;
  readonly database: Database;
  readonly process: ChildProcess;
  /** Resident memory in MB. */
  memory(): number;
  /** How the server ended, when it has. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

/** As `npm start` has it. */
const FLAGS = ['--max-old-space-size=1024', '--min-semi-space-size=16'];
const START_MS = 300_000;

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${said}`)), START_MS);
    child.stderr!.on('data', (bytes: Buffer) => {
      if (said.length < 100_000) said += bytes;
      const [, url] = /start page\s+(http\S+)[\s\S]*stops it/.exec(said) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${said}`)));
  });
}

export async function startBench(
  neo4j: TestNeo4j,
  database: Database,
  env: Readonly<Record<string, string>> = {},
): Promise<Bench> {
  const { hostname, port } = new URL(neo4j.uri.replace(/^\w+/, 'http'));
  const proxy = await openProxy({ host: hostname, port: Number(port) });
  const home = mkdtempSync(path.join(tmpdir(), 'entente-soak-'));
  const child = spawn(process.execPath, [...FLAGS, 'bin/entente.js', 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ENTENTE_PROFILE: 'production',
      ENTENTE_HOME: home,
      PORT: '0',
      NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
      NEO4J_PASSWORD: neo4j.password,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await readyAt(child).catch(async (error) => {
    child.kill('SIGKILL');
    await proxy.close();
    throw error;
  });
  return {
    graphql: `${url}graphql`,
    live: `${url}health/live`,
    ready: `${url}health/ready`,
    proxy,
    database,
    process: child,
    exited,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await exited;
      await proxy.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
