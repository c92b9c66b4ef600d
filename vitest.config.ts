import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** vitest loads `graphql` twice, as a module and as CommonJS; one file for both keeps one set of types. */
export const graphqlOnce = { graphql: createRequire(import.meta.url).resolve('graphql') };

export default defineConfig({
  resolve: { alias: graphqlOnce },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/full/**'],
    // Where the encoder does not matter, the rules alone are seven times as fast; its tests ask for it.
    env: { ENTENTE_READER: 'fast' },
    globalSetup: ['tests/helpers/build-setup.ts', 'tests/helpers/neo4j-setup.ts'],
    // A machine that does other things at the same time fails what is measured by its clock.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No file changes what another imports: each worker evaluates the program once, not once a file.
    isolate: false,
    // Two files run at once, each worker with a Neo4j of its own.
    fileParallelism: !process.env.ENTENTE_TEST_NEO4J_URI,
    maxWorkers: 2,
    server: { deps: { inline: [/pothos/, /yoga/, /envelop/, /graphql-tools/] } },
  },
});
