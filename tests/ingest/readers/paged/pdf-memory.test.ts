import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withBoundedBuffers } from '../../../../src/ingest/readers/paged/pdf-memory.ts';
import { PARSERS } from '../../../../src/ingest/readers/registry.ts';
import { makePdf, type Pack } from './make-pdf.ts';

const TEXT = 'Norway and Denmark signed a defence cooperation agreement on 14 May 2024 in Oslo.';
const SPACES = ' '.repeat(100_000_000);

const deflated: Pack = (stream) => ({
  bytes: deflateSync(stream),
  filters: '/FlateDecode',
});
const twice: Pack = (stream) => ({
  bytes: deflateSync(deflateSync(stream)),
  filters: '/FlateDecode /FlateDecode',
});
/** Each pair of bytes is repeated as told: 128 times the same. */
const repeated: Pack = (stream) => ({
  bytes: Buffer.concat([
    ...Array.from({ length: Math.ceil(SPACES.length / 128) }, () => Buffer.from([129, 0x20])),
    Buffer.from([stream.length - 1]),
    Buffer.from(stream, 'latin1'),
    Buffer.from([128]),
  ]),
  filters: '/RunLengthDecode',
});

const read = (bytes: Uint8Array) => PARSERS.read('pdf', { name: 'a.pdf', given: {} }, bytes);

test.each([
  ['deflated', deflated, SPACES],
  ['deflated twice', twice, SPACES],
  ['of repeated bytes', repeated, ''],
])('a PDF whose page is %s and unpacks to 100 MB is refused', async (_, pack, more) => {
  const before = process.memoryUsage().rss;
  const bomb = makePdf([TEXT], (stream) => pack(`${more}${stream.slice(0, 100)}`));
  expect(await read(bomb)).toMatchObject([
    { reject: { reason: expect.stringMatching(/unpacks to more than 40 MB; save it anew/) } },
  ]);
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(500);
});

test('what is packed as others pack it is read, and the bound is gone afterwards', async () => {
  for (const pack of [deflated, twice])
    expect(await read(makePdf([TEXT], pack))).toMatchObject([{ document: { raw: TEXT } }]);
  await expect(withBoundedBuffers(async () => new Uint8Array(50_000_000))).rejects.toThrow(
    /more than 40 MB/,
  );
  expect(new Uint8Array(50_000_000)).toHaveLength(50_000_000);
});
