import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { homeOf, passwordOf } from '../../src/embedded/home.ts';

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
