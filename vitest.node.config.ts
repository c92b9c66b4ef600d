import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { graphqlOnce } from './vitest.config.ts';

const TESTS = path.join(import.meta.dirname, 'tests');
const NEO4J = path.join(TESTS, 'helpers/neo4j.ts');

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
    .map(([, at]) => path.resolve(path.dirname(file), at!))
    .filter((imported) => imported.startsWith(TESTS) && existsSync(imported));

/** Whether it asks the Neo4j of the test run, itself or by what it imports. */
const needsNeo4j = (file: string): boolean => file === NEO4J || importsOf(file).some(needsNeo4j);

const unit = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('full'))
  .filter((file) => !needsNeo4j(path.join(TESTS, file)));

/** For each version of Node that is supported: the tests without a database, and the program from start to stop. */
export default defineConfig({
  resolve: { alias: graphqlOnce },
  test: {
    include: [...unit.map((file) => `tests/${file}`), 'tests/full/start-stop.test.ts'],
    env: { ENTENTE_READER: 'fast' },
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    isolate: false,
    server: { deps: { inline: [/pothos/, /yoga/, /envelop/, /graphql-tools/] } },
  },
});
