import { expect, test } from 'vitest';
import type { Yoga } from '../../src/server/answer/graphql.ts';
import { warmUp } from '../../src/server/warm-up.ts';
import { readableLog } from './serving.ts';

const operations = ['{ a }', '{ b }', '{ c }'].map((query) => ({
  query,
  name: query,
  title: query,
  variables: '',
}));

/** What answers a text with this status. */
const answering = (statusOf: (query: string, tries: number) => number) => {
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    const { query } = (await request.json()) as { query: string };
    asked.push(query);
    return new Response('', { status: statusOf(query, asked.filter((q) => q === query).length) });
  };
  return { yoga: { fetch } as unknown as Yoga, asked };
};

test('what a slow database does not plan in time is asked again, and told in one line', async () => {
  const { log, lines } = readableLog();
  const { yoga, asked } = answering((query, tries) =>
    query === '{ a }' && tries === 1 ? 504 : query === '{ b }' ? 504 : 200,
  );
  await warmUp(yoga, operations, log, new AbortController().signal);
  expect(asked).toEqual(['{ a }', '{ a }', '{ b }', '{ b }', '{ b }', '{ c }']);
  expect(lines).toEqual([
    expect.stringMatching(/Neo4j is slow: planned 2 of 3 operations in \d+ ms/),
  ]);
});

test('nothing is told when all is planned, and nothing asked once the program stops', async () => {
  const { log, lines } = readableLog();
  const { yoga, asked } = answering(() => 200);
  await warmUp(yoga, operations, log, new AbortController().signal);
  await warmUp(yoga, operations, log, AbortSignal.abort());
  expect([asked.length, lines]).toEqual([3, []]);
});
