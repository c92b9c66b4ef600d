import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { readOperations } from '../../src/server/operations.ts';
import { launchChromium, openWatched, overflowOf, violationsOf } from '../helpers/chromium.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { serve } from '../server/serving.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let browser: Browser;
let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let context: BrowserContext;
let page: Page;
let faults: string[] = [];

async function open(url: string, options: BrowserContextOptions = {}) {
  ({ context, page, faults } = await openWatched(browser, server.url, options));
  await visit(url);
}

/** GraphiQL is ready when its editor is there and the schema has been told. */
async function visit(url: string) {
  const { href, pathname } = new URL(url, server.url);
  if (pathname !== '/graphiql') {
    await page.goto(href);
    return;
  }
  const schema = page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await page.goto(href);
  await schema;
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await settled();
}

/** GraphiQL learns the name of an operation a moment after its text has changed. */
const settled = () => page.waitForTimeout(700);

/** The answer that GraphiQL shows, once it is complete. */
async function runTab(): Promise<{ data?: unknown; errors?: unknown }> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await page.click('.graphiql-execute-button');
  return (await (await answered).json()) as { data?: unknown; errors?: unknown };
}

const editorText = async () =>
  ((await page.locator('.graphiql-query-editor .view-lines').textContent()) ?? '').replace(
    /\u00a0/g,
    ' ',
  );

beforeAll(async () => {
  browser = await launchChromium();
  database = await emptyDatabase();
  await ingest(database, [path.join(ROOT, 'examples/documents')], {});
  server = await serve(database);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.close();
});
beforeEach(() => {
  faults = [];
});
afterEach(async () => {
  await context?.close();
  expect(faults).toEqual([]);
});

describe('GraphiQL', () => {
  const operations = readOperations();

  test('the first tab runs at once, and every other tab does', async () => {
    await open('/graphiql');
    const tabs = page.locator('.graphiql-tab .graphiql-tab-button');
    const count = await tabs.count();
    expect(count).toBeGreaterThanOrEqual(5);
    for (let i = 0; i < count; i++) {
      if (i > 0) await tabs.nth(i).click();
      await settled();
      const { data, errors } = await runTab();
      expect([i, errors]).toEqual([i, undefined]);
      expect(data).toBeTruthy();
    }
  });

  test('every example of the menu opens a tab of its own and runs with its variables', async () => {
    await open('/graphiql');
    const tabs = page.locator('.graphiql-tab');
    const examples = page.locator('.examples button');
    expect(await examples.allTextContents()).toEqual(operations.map(({ title }) => title));
    for (let i = 0; i < operations.length; i++) {
      const before = await tabs.count();
      await examples.nth(i).click();
      await expect.poll(() => tabs.count()).toBe(before + 1);
      await settled();
      const { errors } = await runTab();
      expect([operations[i]?.name, errors]).toEqual([operations[i]?.name, undefined]);
    }
  });

  test('a link with a query and variables opens them, whatever was open before', async () => {
    await open('/graphiql');
    const query = 'query Linked($id: ID!) { node(id: $id) { id } }';
    const variables = '{"id": "country:IN"}';
    await visit(`/graphiql?${new URLSearchParams({ query, variables })}`);
    expect(await editorText()).toContain('Linked');
    expect(await runTab()).toMatchObject({ data: { node: { id: 'country:IN' } } });
  });

  test('a header is all it takes to see the Cypher of an answer', async () => {
    await open('/graphiql');
    await page.getByRole('button', { name: 'Headers' }).click();
    const headers = page.locator('.graphiql-editor-tool .graphiql-editor:visible');
    await headers.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('{"x-entente-explain": "true"}');
    expect(await runTab()).toMatchObject({
      extensions: { explain: [{ cypher: expect.stringContaining('MATCH') }] },
    });
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([1440, 390])('at %i pixels', (width) => {
    test.each(['/cypher'])('%s is accessible and fits', async (url) => {
      // axe is put into the page from outside, which the policy of the page rightly forbids.
      await open(url, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });
  });
});

test('in production the pages link to nothing that is not there', async () => {
  const development = server;
  server = await serve(database, { ENTENTE_PROFILE: 'production' });
  try {
    await open('/');
    await page.locator('.counts dd').first().waitFor();
    expect(await page.locator('a[href^="/graphiql"]').count()).toBe(0);
    await page.getByRole('link', { name: 'Cypher' }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await page.getByRole('link', { name: /Neo4j Browser/ }).count()).toBe(0);
  } finally {
    await context.close();
    await server.close();
    server = development;
  }
});
