import { expect, test } from 'vitest';
import { addresses } from '../../src/cli/serve/addresses.ts';
import { readConfig } from '../../src/config.ts';

const OPENED = {
  browser: { url: 'http://127.0.0.1:7474/browser/', bolt: 'bolt://127.0.0.1:7687' },
  login: 'neo4j',
};
const namesIn = (env: Readonly<Record<string, string>>): string[] =>
  [...addresses('http://127.0.0.1:4000/', OPENED, readConfig(env)).matchAll(/^ {2}(.{16})/gm)].map(
    ([, name]) => name!.trim(),
  );

test('in development every tool is told with its address', () => {
  expect(namesIn({})).toEqual([
    'start page',
    'GraphQL',
    'GraphiQL',
    'saved queries',
    'Neo4j Browser',
    'Bolt',
    'user, password',
  ]);
});

test('in production only what is switched on is told, and nothing of the database', () => {
  const ENTENTE_PROFILE = 'production';
  expect(namesIn({ ENTENTE_PROFILE })).toEqual(['start page', 'GraphQL']);
  expect(namesIn({ ENTENTE_PROFILE, TOOLS: 'on', METRICS: 'on' })).toEqual([
    'start page',
    'GraphQL',
    'saved queries',
    'metrics',
  ]);
  expect(namesIn({ GRAPHIQL: 'off' })).not.toContain('GraphiQL');
});
