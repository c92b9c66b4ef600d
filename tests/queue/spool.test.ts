import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { getDocument, putDocument } from '../../src/queue/documents.ts';
import { folderSpool } from '../../src/queue/folder-spool.ts';
import { connectionOf, spoolOf } from '../../src/queue/queues.ts';
import { s3Spool } from '../../src/queue/s3-spool.ts';
import type { Spool } from '../../src/queue/spool.ts';

/** As much of S3 as three requests need; it refuses what is not signed. */
const objects = new Map<string, Buffer>();
let server: Server;
let folder: string;
const spools = new Map<string, () => Spool>([
  ['a folder', () => folderSpool(path.join(folder, 'spool'))],
  [
    'a bucket',
    () =>
      s3Spool('s3://bucket/some/prefix', {
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      }),
  ],
]);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-spool-'));
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = '' } = request.headers;
    if (!authorization.startsWith('AWS4-HMAC-SHA256 Credential=key/')) {
      response.writeHead(403).end();
      return;
    }
    const name = request.url!;
    if (request.method === 'PUT') objects.set(name, Buffer.concat(chunks));
    const found = objects.get(name);
    response.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([...spools])('%s', (_, open) => {
  test('gives back what was put there, and nothing for what was not', async () => {
    const spool = open();
    expect(await spool.read('documents/none')).toBeNull();
    expect(await spool.has('documents/none')).toBe(false);
    const document = {
      id: 'document:1',
      source: 'a.txt',
      raw: 'Ünïcode \ud83d\ude00 and a line\n'.repeat(1_000),
      title: null,
      url: null,
      publisher: null,
      publishedOn: '2025-01-01',
      language: 'en',
    };
    const name = await putDocument(spool, document);
    expect(await putDocument(spool, document)).toBe(name);
    expect(await spool.has(name)).toBe(true);
    expect(await getDocument(spool, name)).toEqual(document);
    expect(await putDocument(spool, { ...document, title: 'other' })).not.toBe(name);
  });
});

test('objects lie under the prefix of the bucket', () => {
  expect([...objects.keys()].every((key) => key.startsWith('/bucket/some/prefix/documents/'))).toBe(
    true,
  );
  expect(objects.size).toBe(2);
});

test('what is not set is told with its name and an example', () => {
  expect(() => spoolOf({})).toThrow(/ENTENTE_SPOOL is not set; set it to a folder/);
  expect(() => connectionOf({})).toThrow(/ENTENTE_QUEUE_URL is not set; set it to redis:/);
  expect(() => s3Spool('s3://bucket', {})).toThrow(ConfigError);
});
