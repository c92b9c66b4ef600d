import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAll } from '../../../../src/ingest/readers/read.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-files-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const at = (name: string) => path.join(folder, name);

/** One line for each thing that was read or told. */
async function told(...paths: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of readAll(paths))
    lines.push(
      'document' in item
        ? `${item.document.source}: read`
        : 'reject' in item
          ? `${item.reject.file}: ${item.reject.reason}`
          : 'skip' in item
            ? `${item.skip.file}: ${item.skip.reason}`
            : item.warning,
    );
  return lines.map((line) => line.replaceAll(`${folder}/`, ''));
}

test('links are followed; what cannot be read is told by name, and nothing hangs', async () => {
  mkdirSync(at('in/sub'), { recursive: true });
  mkdirSync(at('out'));
  writeFileSync(at('out/far.txt'), 'Far.');
  writeFileSync(at('in/a.txt'), 'Near.');
  writeFileSync(at('in/sub/b.txt'), 'Deep.');
  symlinkSync(at('out/far.txt'), at('in/c-link.txt'));
  symlinkSync(at('out'), at('in/d-folder'));
  symlinkSync('gone.txt', at('in/e-dangling.txt'));
  symlinkSync('f-self.txt', at('in/f-self.txt'));
  execFileSync('mkfifo', [at('in/g-fifo.txt')]);
  symlinkSync('..', at('in/sub/up'));
  symlinkSync('/dev/zero', at('in/z-device.txt'));
  const server = createServer().listen(at('in/y-socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await told(at('in'))).toEqual([
    'a.txt: read',
    'c-link.txt: read',
    'd-folder/far.txt: read',
    'e-dangling.txt: is a link to gone.txt, which does not exist; mend or remove it',
    'f-self.txt: is a link to itself; mend or remove it',
    'g-fifo.txt: is a FIFO; pipe it into `entente ingest -`',
    'sub/b.txt: read',
    'sub/up: is a link to a folder that is read already',
    'y-socket: is a socket, no document; leave it out',
    'z-device.txt: is a device, no document; name a file, or pipe it into `entente ingest -`',
  ]);
  expect(await told(at('in/g-fifo.txt'), '/dev/zero', at('in/e-dangling.txt'))).toEqual([
    'in/g-fifo.txt: is a FIFO; pipe it into `entente ingest -`',
    '/dev/zero: is a device, no document; name a file, or pipe it into `entente ingest -`',
    'in/e-dangling.txt: is a link to gone.txt, which does not exist; mend or remove it',
  ]);
  server.close();
});

test('files beyond any document are refused by their size, before they are read', async () => {
  for (const [name, size] of [
    ['a.txt', 200_000_000],
    ['b.html', 20_000_001],
    ['c.xml', 50_000_001],
  ] as const) {
    writeFileSync(
      at(name),
      name.endsWith('.html')
        ? '<!doctype html><p>A page.'
        : name.endsWith('.xml')
          ? '<rss><channel>'
          : 'A text. '.repeat(20_000),
    );
    truncateSync(at(name), size);
  }
  const before = process.memoryUsage().rss;
  expect(await told(folder)).toEqual([
    'a.txt: is larger than 20000000 bytes; split it into documents, or write it as JSON Lines',
    'b.html: is larger than 20000000 bytes; split it into documents, or write it as JSON Lines',
    'c.xml: is larger than 50000000 bytes; split it into documents, or write it as JSON Lines',
  ]);
  expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000);
});

test('standard input without an end is refused too', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1_000_000, 'a');
    })(),
  );
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(endless as unknown as typeof process.stdin);
  expect(await told('-')).toEqual([
    'stdin: is larger than 20000000 bytes; split it into documents, or write it as JSON Lines',
  ]);
});

test('files of one name from several folders are kept apart, each told', async () => {
  for (const folder of ['may', 'june', 'old/may']) {
    mkdirSync(at(folder), { recursive: true });
    writeFileSync(at(`${folder}/a.txt`), `Of ${folder}.`);
  }
  const lines = await told(at('may'), at('june'), at('old/may'), at('may/a.txt'));
  expect(lines).toEqual([
    'a.txt: read',
    expect.stringMatching(/^june\/a\.txt: another a\.txt was read/),
    'june/a.txt: read',
    expect.stringMatching(/^old\/may\/a\.txt|^may\/a\.txt/),
    'may/a.txt: read',
    'a.txt: read',
  ]);
});
