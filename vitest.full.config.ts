import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The slow tests: kills, browsers, a clean clone. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['tests/full/**/*.test.ts'],
      // What browsers and killed programs leave behind ends with their file.
      isolate: true,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      // A browser on a machine that does much else is slow to draw what is asked for every second.
      expect: { poll: { timeout: 60_000 } },
    },
  }),
);
