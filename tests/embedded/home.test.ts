import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { homeOf, makeFolders, passwordOf } from '../../src/embedded/home.ts';

test('the generated password stays, and one that Neo4j takes for an option is replaced', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-home-'));
  const home = homeOf(folder);
  const password = passwordOf(home);
  expect(password).toMatch(/^[0-9a-f]{36}$/);
  expect(passwordOf(home)).toBe(password);
  expect(statSync(home.passwordFile).mode & 0o777).toBe(0o600);
  writeFileSync(home.passwordFile, '-begins-with-a-hyphen\n');
  expect(passwordOf(home)).toMatch(/^[0-9a-f]{36}$/);
  rmSync(folder, { recursive: true, force: true });
});

test('the data folder is for its owner alone, also one that was made before, whatever the umask', () => {
  const above = mkdtempSync(path.join(tmpdir(), 'entente-home-'));
  const old = process.umask(0o022);
  try {
    const before = path.join(above, 'before');
    mkdirSync(path.join(before, 'neo4j'), { recursive: true });
    chmodSync(before, 0o755);
    for (const folder of [before, path.join(above, 'new', 'deep')]) {
      const home = homeOf(folder);
      makeFolders(home);
      for (const each of [folder, home.folder, home.conf])
        expect([each, statSync(each).mode & 0o777]).toEqual([each, 0o700]);
    }
  } finally {
    process.umask(old);
    rmSync(above, { recursive: true, force: true });
  }
});

test.runIf(process.platform === 'linux').each([
  ['/proc/no-such-folder/entente', /cannot be written: .*; set ENTENTE_HOME to a folder/],
  ['/dev/null/entente', /cannot be written: .*; set ENTENTE_HOME to a folder/],
])('a data folder at %s is refused at once', (folder, message) => {
  expect(() => makeFolders(homeOf(folder))).toThrow(message);
});
