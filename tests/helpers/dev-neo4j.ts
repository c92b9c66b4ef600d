// Keeps one test Neo4j running while developing: `npx tsx tests/helpers/dev-neo4j.ts`, then set what it prints.
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { startSupervised } from '../../src/embedded/instance.ts';
import { createLog } from '../../src/log.ts';

const config = readConfig({
  ENTENTE_HOME: path.join(tmpdir(), 'entente-dev'),
  NEO4J_BOLT_PORT: '0',
  NEO4J_HTTP_PORT: '0',
});
const neo4j = await startSupervised(config, createLog('info'), { lean: true });
console.log(
  `export ENTENTE_TEST_NEO4J_URI=${neo4j.uri} ENTENTE_TEST_NEO4J_PASSWORD=${neo4j.password}`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void neo4j.stop());
