import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/config.ts';
import { startSupervised } from '../../src/embedded/instance.ts';
import { cacheFolder, ensureJars } from '../../src/embedded/java/jars.ts';
import { createLog } from '../../src/log.ts';

export interface TestNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker that may run at the same time. */
    neo4j: readonly TestNeo4j[];
  }
}

async function start(name: string): Promise<{ neo4j: TestNeo4j; stop: () => Promise<void> }> {
  const home = mkdtempSync(path.join(tmpdir(), `entente-test-${name}-`));
  const config = readConfig({
    ENTENTE_HOME: home,
    ENTENTE_CACHE: process.env.ENTENTE_CACHE,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  });
  const { uri, user, password, stop } = await startSupervised(config, createLog('error'), {
    lean: true,
  });
  return {
    neo4j: { uri, user, password },
    stop: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A real Neo4j for each worker, unless ENTENTE_TEST_NEO4J_URI names one that may be emptied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { ENTENTE_TEST_NEO4J_URI: uri, ENTENTE_TEST_NEO4J_PASSWORD: given = '' } = process.env;
  if (uri) {
    project.provide('neo4j', [{ uri, user: 'neo4j', password: given }]);
    return async () => {};
  }
  await ensureJars(cacheFolder(process.env.ENTENTE_CACHE), (done, total) =>
    process.stderr.write(`\rfetching Neo4j: ${done} of ${total} jars`),
  );
  const workers = Array.from({ length: Number(project.config.maxWorkers) }, (_, at) => at + 1);
  const started = await Promise.all(workers.map((worker) => start(String(worker))));
  project.provide(
    'neo4j',
    started.map(({ neo4j }) => neo4j),
  );
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}
