import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { TooLargeError } from '../../../src/errors.ts';
import { serialise, sizeOf } from '../../../src/server/answer/serialise.ts';
import { send } from '../../../src/server/http/answer.ts';
import { sent } from '../../../src/server/http/outgoing.ts';

const text = (parts: string | Buffer[]) =>
  typeof parts === 'string' ? parts : Buffer.concat(parts).toString();

const row = (i: number) => ({
  id: `person:p${i}`,
  name: `Zoë "${i}" \u0001\u2028 \ud83d\ude00`,
  aliases: ['a', null, ''],
  left: undefined,
  nested: { count: i, share: i / 3, yes: true, on: new Date(0), none: null },
});

describe('a result is written', () => {
  test.each([
    ['that is short', { data: row(1) }],
    ['of many rows', { data: { rows: Array.from({ length: 5_000 }, (_, i) => row(i)) } }],
    ['of one long text', { data: { text: 'x"\n'.repeat(300_000), after: 1 } }],
    ['of lists in lists', { data: Array.from({ length: 300 }, () => Array(300).fill('abcdefgh')) }],
    ['with a hole in a list', { data: [undefined, 'x'.repeat(200_000)] }],
  ])('%s, as JSON.stringify writes it', async (_, result) => {
    expect(text(await serialise(result, 100_000_000))).toBe(JSON.stringify(result));
  });

  test('up to its limit, to the byte', async () => {
    const result = { data: Array.from({ length: 3_000 }, (_, i) => row(i)) };
    const bytes = Buffer.byteLength(JSON.stringify(result));
    expect(text(await serialise(result, bytes)).length).toBeGreaterThan(0);
    await expect(serialise(result, bytes - 1)).rejects.toThrow(TooLargeError);
  });

  test('while others have the event loop', async () => {
    const result = { data: Array.from({ length: 60_000 }, (_, i) => row(i)) };
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    await serialise(result, 100_000_000);
    clearInterval(count);
    expect(turns).toBeGreaterThan(10);
  });

  test('after it was counted, which stops where it is enough', () => {
    const shared = 'y'.repeat(1_000_000);
    const result = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`t${i}`, shared]));
    expect(sizeOf(result, 10_000_000)).toBeGreaterThanOrEqual(10_000_000);
    expect(sizeOf(result, 10_000_000)).toBeLessThan(12_000_000);
    const small = { data: row(1) };
    expect(sizeOf(small, 10_000)).toBeLessThanOrEqual(
      Buffer.byteLength(JSON.stringify(small)) + 20,
    );
  });
});

test('a reader that does not read is cut, and a slow one is not', { timeout: 20_000 }, async () => {
  const BYTES = 8_000_000;
  const outcomes: { url: string; ms: number; whole: boolean }[] = [];
  const server = createServer((req, res) => {
    const start = performance.now();
    send(res, 200, {}, Buffer.alloc(BYTES, 'x'));
    void sent(res).then(() =>
      outcomes.push({
        url: req.url!,
        ms: performance.now() - start,
        whole: res.writableFinished,
      }),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  const open = (url: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`GET ${url} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    return socket;
  };
  const deaf = open('/deaf').pause();
  let read = 0;
  const slow = open('/slow');
  slow.on('data', (bytes) => {
    read += bytes.length;
    slow.pause();
    setTimeout(() => slow.resume(), 15);
  });
  await expect.poll(() => outcomes.length, { timeout: 18_000 }).toBe(2);
  expect(outcomes.find(({ url }) => url === '/deaf')).toMatchObject({ whole: false });
  expect(outcomes.find(({ url }) => url === '/deaf')!.ms).toBeGreaterThan(4_000);
  expect(outcomes.find(({ url }) => url === '/slow')).toMatchObject({ whole: true });
  await expect.poll(() => read, { timeout: 5_000 }).toBeGreaterThan(BYTES);
  deaf.destroy();
  server.close();
});
