import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { warmStore } from '../../../src/embedded/disk/warm-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-warm-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(file: string, bytes: number): void {
  const at = path.join(folder, 'data/databases/neo4j', file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, Buffer.alloc(bytes));
}

test('indexes are read first, and no more than the page cache holds', async () => {
  put('neostore.propertystore.db', 5_000);
  put('neostore.nodestore.db', 300);
  put('neostore.nodestore.db.id', 9_000);
  put('neostore.relationshipstore.db', 700);
  put('schema/index/range-1.0/1/index-1', 1_000);
  expect(await warmStore({ folder }, 4_000)).toEqual([
    ['schema/index/range-1.0/1/index-1', 1_000],
    ['neostore.nodestore.db', 300],
    ['neostore.relationshipstore.db', 700],
    ['neostore.propertystore.db', 2_000],
  ]);
});

test('a store that is not there yet, and a start that is stopped, read nothing', async () => {
  expect(await warmStore({ folder }, 4_000)).toEqual([]);
  put('neostore.nodestore.db', 300);
  expect(await warmStore({ folder }, 4_000, AbortSignal.abort())).toEqual([]);
});
