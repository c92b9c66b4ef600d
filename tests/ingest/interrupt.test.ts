import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-interrupt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('asked to stop, an ingest ends after the document under way, and says so', async () => {
  for (let n = 10; n < 20; n++)
    writeFileSync(
      path.join(folder, `${n}.txt`),
      `On ${n} March 2025, Japan and Norway signed a treaty.\n`,
    );
  const whole = await ingest(null, [folder]);
  expect(whole).toMatchObject({ documents: 10, interrupted: false });

  const stop = new AbortController();
  const partly = await ingest(null, [folder], {
    signal: stop.signal,
    onProgress: ({ documents }) => {
      if (documents === 3) stop.abort();
    },
  });
  expect(partly).toMatchObject({ documents: 3, interrupted: true });
}, 60_000);
