import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPreviews, type Previews } from '../../src/ingest/preview.ts';
import { Ending } from '../../src/server/answer/ending.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const document = (text: string) => ({ content: text, given: { title: null, publishedOn: null } });
const SHORT = document('Canada and Chile signed a defence agreement in Santiago on 4 May 2024.');
const LONG = document(
  'Canada signed an agreement with Chile in Santiago about frigates. '.repeat(600),
);

let previews: Previews;
beforeAll(() => {
  previews = openPreviews([], { cpuMs: 60_000, memoryMb: 256 });
});
afterAll(() => previews.close());

describe('documents that wait for the one thread', () => {
  test('are given up as soon as nobody waits for them, and leave their places to others', async () => {
    const running = previews.read(LONG);
    const left = [new Ending(), new Ending(), new Ending()];
    const waiting = left.map((ending) => previews.read(SHORT, ending));
    await expect(previews.read(SHORT)).rejects.toThrow('other documents are being read');
    const gone = Promise.allSettled(waiting);
    for (const ending of left) ending.end();
    const outcomes = (await gone).map(({ status }) => status);
    expect(outcomes).toEqual(['rejected', 'rejected', 'rejected']);
    const next = previews.read(SHORT);
    expect((await running).extraction.statements.length).toBeGreaterThan(0);
    expect((await next).extraction.statements.map(({ type }) => type)).toContain('SIGNED');
  });
});

/** Its two ministers speak again, without their offices, below the sentence that names these. */
const EXAMPLE = path.resolve(
  import.meta.dirname,
  '../../examples/documents/2025-10-31-framework-signed.txt',
);

test('a preview shows an office by the sentence that names it, as an ingest writes it', async () => {
  const raw = readFileSync(EXAMPLE, 'utf8');
  const { extraction } = await previews.read({
    content: raw,
    given: { title: null, publishedOn: '2025-10-31' },
  });
  const offices = extraction.statements.filter(({ type }) => type === 'HOLDS_POSITION');
  expect(offices.length).toBeGreaterThan(2);
  for (const { properties, quote } of offices)
    expect(raw.slice(quote.rawStart, quote.rawEnd)).toContain(properties.title);
});
