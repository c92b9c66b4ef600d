import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { diskTrouble, freeBytes, sizeOfFolder } from '../../../src/embedded/disk/disk.ts';
import { homeOf, makeFolders } from '../../../src/embedded/home.ts';
import { memoryAdvice } from '../../../src/embedded/java/memory.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('free space is that of the place, also of a folder that is not there yet', () => {
  const { bavail, bsize } = statfsSync(folder);
  for (const place of [folder, path.join(folder, 'not', 'yet')])
    expect(Math.abs(freeBytes(place)! - bavail * bsize)).toBeLessThan(1_000_000_000);
});

test('too little room is told with the figure, the place and the remedy', () => {
  expect(diskTrouble(folder, 1)).toBeNull();
  expect(diskTrouble(folder, Number.MAX_SAFE_INTEGER)).toMatch(
    new RegExp(`^the disk is nearly full: \\d+ MB free for ${folder}, .* make room there, or set`),
  );
});

test('a store that outgrows the page cache, and memory that is not there, are told with the setting', () => {
  const home = homeOf(folder);
  makeFolders(home);
  const store = path.join(home.folder, 'data', 'databases');
  makeFolders({ ...home, conf: store });
  writeFileSync(path.join(store, 'nodes'), Buffer.alloc(3_000_000));
  expect(sizeOfFolder(store)).toBe(3_000_000);
  const GB = 2 ** 30;
  const small = memoryAdvice(home, { heap: '512m', pageCache: '2m' }, 8 * GB);
  expect(small).toEqual([expect.stringMatching(/^the store has 3 MB .* set NEO4J_PAGE_CACHE=4m$/)]);
  expect(memoryAdvice(home, { heap: '512m', pageCache: '64m' }, 8 * GB)).toEqual([]);
  expect(memoryAdvice(home, { heap: '6g', pageCache: '3g' }, 8 * GB)).toEqual([
    expect.stringMatching(/^NEO4J_HEAP and NEO4J_PAGE_CACHE are 9664 MB together, .* smaller$/),
  ]);
});
