import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import getPort from 'get-port';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { type Database, openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { startSupervised } from '../../../src/embedded/instance.ts';
import { startServer } from '../../../src/server/server.ts';
import { launchChromium } from '../../helpers/chromium.ts';
import { seed } from '../../server/serving.ts';

let home: string;
let neo4j: Awaited<ReturnType<typeof startSupervised>>;
let database: Database;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let page: Page;
/** Requests to other hosts, and what became of them. */
const left: { readonly url: string; outcome: string }[] = [];

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'entente-browser-'));
  const config = readConfig({
    ENTENTE_HOME: home,
    PORT: String(await getPort()),
    NEO4J_BOLT_PORT: '0',
    NEO4J_HTTP_PORT: '0',
    NEO4J_HEAP: '512m',
  });
  const log = pino({ level: 'silent' });
  neo4j = await startSupervised(config, log);
  database = openDatabase({ ...neo4j, readTimeoutMs: 60_000 });
  await migrate(database);
  await seed(database);
  const address = { url: neo4j.browserUrl, bolt: neo4j.uri };
  server = await startServer({ config, database, log, reader: 'fast', browser: address });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(90_000);
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob):/.test(url) && new URL(url).hostname !== '127.0.0.1') {
      const one = { url, outcome: 'sent' };
      left.push(one);
      page.on('requestfailed', (failed) => {
        if (failed === request) one.outcome = failed.failure()?.errorText ?? 'failed';
      });
    }
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
  await neo4j?.stop();
  rmSync(home, { recursive: true, force: true });
});

test('a link opens Neo4j Browser, which has a guide and the colours of the explorer on connect', async () => {
  await page.goto(new URL('/cypher', server.url).href);
  const link = page
    .locator('section', { hasText: 'People and the offices they hold' })
    .getByRole('link', { name: 'Open in Neo4j Browser' });
  await page.goto(new URL((await link.getAttribute('href'))!, server.url).href);
  // Who it is stands in the link; the password never does.
  await page.getByTestId('password').fill(neo4j.password);
  await page.getByTestId('connect').click();
  await page.getByText('Click a question, then run it').waitFor();
  await page.getByText('node.ArmsSale').first().waitFor();
});

test('the question of the link runs, and every node is drawn with its name', async () => {
  await page.getByTestId('editor-Run').first().click();
  await page.locator('svg .node text').first().waitFor();
  const names = await page.locator('svg .node').allTextContents();
  expect(names.map((name) => name.replace(/\s+/g, ' ').trim()).sort()).toEqual([
    'Ministry',
    'Person 1',
    'Person 2',
    'Person 3',
  ]);
});

test('a question of the guide is in the editor at a click', async () => {
  await page.getByText('Next', { exact: true }).click();
  await page.locator('pre.runnable:visible').first().click();
  await page.getByText('APPROVED_SALE').nth(1).waitFor();
});

test('nothing of it reaches another host', async () => {
  await page.waitForTimeout(3_000);
  expect(left.filter(({ outcome }) => outcome !== 'csp')).toEqual([]);
  expect(left.length).toBeGreaterThan(0);
});
