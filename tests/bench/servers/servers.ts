import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import getPort from 'get-port';
import { ROOT } from '../../../src/root.ts';
import type { TestNeo4j } from '../../helpers/neo4j-setup.ts';
import { DEPTHS } from '../depth.ts';
import { LISTS } from '../lists.ts';
import type { Target } from '../measure.ts';
import { WORKLOADS } from '../workloads.ts';

const SCRIPTS = {
  entente: 'our-server.ts',
  unguarded: 'unguarded-server.ts',
  '@neo4j/graphql': '../peer/server.mjs',
  driver: 'raw-server.mjs',
} as const;
export type ServerName = keyof typeof SCRIPTS;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What the peer has no word for is the hand-written Cypher, in the form that its directive wants. */
const byHand = (name: string) => WORKLOADS.find((workload) => workload.name === name)!.raw;
const peerTexts = {
  PEER_PATH: `${byHand('path').split('\nWITH collect')[0]!.replace('$id', '$from')}
RETURN {length: length(p), entities: [n IN nodes(p) | n {.id, .name}]} AS path`,
  PEER_TOTALS: byHand('totals').replace(
    /RETURN .*$/,
    'RETURN {year: year, seller: c {.id, .name}, count: count, values: values} AS total',
  ),
};

/** As it runs in production: JavaScript, without a loader. */
async function built(file: string): Promise<string> {
  const outfile = path.join(ROOT, '.entente-bench', `${path.basename(file, '.ts')}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return outfile;
}

export interface Servers {
  readonly targets: readonly Target[];
  stop(): void;
}

/** Starts the servers to compare, each a process of its own on the same database. */
export async function startServers(
  neo4j: TestNeo4j,
  names: readonly ServerName[],
): Promise<Servers> {
  const children = await Promise.all(
    names.map(async (name) => {
      const port = await getPort();
      const file = here(SCRIPTS[name]);
      const child = fork(file.endsWith('.ts') ? await built(file) : file, {
        // As `npm start` has it.
        execArgv: file.endsWith('.ts')
          ? ['--max-old-space-size=1024', '--min-semi-space-size=16']
          : [],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: {
          ...process.env,
          ...peerTexts,
          NODE_ENV: 'production',
          RAW_TEXTS: JSON.stringify(
            Object.fromEntries(
              [...WORKLOADS, ...DEPTHS, ...LISTS].map(({ name, raw }) => [name, raw]),
            ),
          ),
          PORT: String(port),
          // A cold database takes long to plan a text that it sees for the first time.
          READ_TIMEOUT_MS: '20000',
          REQUEST_TIMEOUT_MS: '30000',
          // One client asks as fast as it can.
          CLIENT_POINTS_PER_MINUTE: '1000000000',
          NEO4J_URI: neo4j.uri,
          NEO4J_USER: neo4j.user,
          NEO4J_PASSWORD: neo4j.password,
        },
      });
      await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(() => {
          throw new Error(`${name} did not start`);
        }),
      ]);
      return { child, target: { name, url: `http://127.0.0.1:${port}/graphql`, pid: child.pid! } };
    }),
  );
  return {
    targets: children.map(({ target }) => target),
    stop: () => {
      for (const { child } of children) child.kill();
    },
  };
}
