import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { graphqlOnce } from './vitest.config.ts';

const TESTS = path.join(import.meta.dirname, 'tests');
const DATABASE = /helpers\/neo4j|helpers\/seed|\/serving|workerNeo4j|emptyDatabase/;

/** What needs no Neo4j of the test run. */
const unit = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('full'))
  .filter((file) => !DATABASE.test(readFileSync(path.join(TESTS, file), 'utf8')));

/** For each version of Node that is supported: the tests without a database, and the program from start to stop. */
export default defineConfig({
  resolve: { alias: graphqlOnce },
  test: {
    include: [...unit.map((file) => `tests/${file}`), 'tests/full/start-stop.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    server: { deps: { inline: [/pothos/, /yoga/, /envelop/, /graphql-tools/] } },
  },
});
