import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../src/root.ts';
import { openExplorer } from '../../helpers/explorer.ts';

const run = promisify(execFile);
const look = openExplorer();
let folder: string;
let vite: ViteDevServer;

beforeAll(async () => {
  // As somebody copies it, with what is installed already.
  folder = mkdtempSync(path.join(tmpdir(), 'entente-frontend-'));
  cpSync(path.join(ROOT, 'examples/frontend'), folder, { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  process.env.ENTENTE_URL = look.server.url;
  await run('node', ['schema.mjs'], { cwd: folder, env: process.env });
  vite = await createServer({ root: folder, server: { port: 0, host: '127.0.0.1' } });
  await vite.listen();
});
afterAll(async () => {
  await vite?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('its operations fit the contract', async () => {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  await expect(run('node', [tsc, '--noEmit'], { cwd: folder })).resolves.toMatchObject({
    stdout: '',
  });
});

test('it shows how two names are tied, with the sentences that say so', async () => {
  const [home] = vite.resolvedUrls!.local;
  await look.enter({}, home!);
  await look.page.goto(home!);
  for (const [label, name] of [
    ['From', 'Narendra Modi'],
    ['To', 'Emmanuel Macron'],
  ] as const) {
    await look.page.getByLabel(label).fill(name);
    await look.page.getByRole('button', { name }).first().click();
  }
  await look.page.locator('ol li').first().waitFor();
  const steps = await look.page.locator('ol').first().locator('li').allTextContents();
  expect(steps.length).toBeGreaterThan(1);
  expect(steps[0]).toContain('Narendra Modi');
  expect(steps.at(-1)).toContain('Emmanuel Macron');
  expect(await look.page.locator('blockquote').count()).toBeGreaterThan(0);
});
