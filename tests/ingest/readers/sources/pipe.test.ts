import { Readable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { type Format, readAll } from '../../../../src/ingest/readers/read.ts';

afterEach(() => vi.restoreAllMocks());

async function sourcesOf(text: string, format?: Format): Promise<string[]> {
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(
    Readable.from([Buffer.from(text)]) as unknown as typeof process.stdin,
  );
  const sources: string[] = [];
  for await (const item of readAll(['-'], format ? { format } : {}))
    if ('document' in item) sources.push(item.document.source);
    else if ('reject' in item) sources.push(item.reject.reason);
  return sources;
}

test('texts of two pipes are two documents, and one text is one', async () => {
  const [first] = await sourcesOf('Text A.');
  expect(first).toMatch(/^stdin#[0-9a-f]{16}$/);
  expect(await sourcesOf('Text A.')).toEqual([first]);
  expect(await sourcesOf('Text B.')).not.toEqual([first]);
});

test('records of two pipes are told by their ids, else by their content', async () => {
  const [first] = await sourcesOf('{"text":"A."}', 'jsonl');
  expect(first).toMatch(/^stdin#[0-9a-f]{16}$/);
  expect(await sourcesOf('\n{"text":"A."}', 'jsonl')).toEqual([first]);
  expect(await sourcesOf('{"text":"B."}', 'jsonl')).not.toEqual([first]);
  expect(await sourcesOf('{"id":"a","text":"A."}', 'jsonl')).toEqual(['stdin#a']);
});
