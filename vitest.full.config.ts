import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The slow tests: kills, browsers, a clean clone. Two run at once, each worker with a Neo4j of its own. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['tests/full/**/*.test.ts'],
      testTimeout: 300_000,
      hookTimeout: 300_000,
      fileParallelism: !process.env.ENTENTE_TEST_NEO4J_URI,
      maxWorkers: 2,
    },
  }),
);
