import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/config.ts';
import { startSupervised } from '../../src/embedded/instance.ts';
import { createLog } from '../../src/log.ts';

export interface TestNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: TestNeo4j;
  }
}

/** One real Neo4j for the whole run, unless ENTENTE_TEST_NEO4J_URI names one that may be emptied. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { ENTENTE_TEST_NEO4J_URI: uri, ENTENTE_TEST_NEO4J_PASSWORD: given = '' } = process.env;
  if (uri) {
    project.provide('neo4j', { uri, user: 'neo4j', password: given });
    return async () => {};
  }
  const home = mkdtempSync(path.join(tmpdir(), 'entente-test-'));
  const config = readConfig({
    ENTENTE_HOME: home,
    ENTENTE_CACHE: process.env.ENTENTE_CACHE,
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
  });
  const neo4j = await startSupervised(config, createLog('error'), {
    lean: true,
    onProgress: (done, total) => process.stderr.write(`\rfetching Neo4j: ${done} of ${total} jars`),
  });
  project.provide('neo4j', { uri: neo4j.uri, user: neo4j.user, password: neo4j.password });
  return async () => {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
