import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readOperations } from '../../../src/server/pages/operations.ts';
import { overflowOf, violationsOf } from '../../helpers/chromium.ts';
import { openExplorer } from '../../helpers/explorer.ts';

const look = openExplorer();

async function open(url: string, options: BrowserContextOptions = {}) {
  await look.enter(options);
  await visit(url);
}

/** GraphiQL is ready when its editor is there and the schema has been told. */
async function visit(url: string) {
  const { href, pathname } = new URL(url, look.server.url);
  if (pathname !== '/graphiql') {
    await look.page.goto(href);
    return;
  }
  const schema = look.page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await look.page.goto(href);
  await schema;
  await look.page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await settled();
}

/** GraphiQL learns the name of an operation a moment after its text has changed. */
const settled = () => look.page.waitForTimeout(700);

interface Answered {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** What the server answers to the next request that `act` leads to. */
async function answerTo(act: () => Promise<unknown>): Promise<Answered> {
  const answered = look.page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await act();
  return (await (await answered).json()) as Answered;
}
const runTab = () => answerTo(() => look.page.click('.graphiql-execute-button'));
const response = () => look.page.locator('.graphiql-response .view-lines');

const editorText = async () =>
  ((await look.page.locator('.graphiql-query-editor .view-lines').textContent()) ?? '').replace(
    /\u00a0/g,
    ' ',
  );

describe('GraphiQL', () => {
  const operations = readOperations();

  test('the first tab runs at once, and every other tab does when it is told to', async () => {
    await open('/graphiql');
    await expect.poll(() => response().textContent()).toContain('"data"');
    const tabs = look.page.locator('.graphiql-tab .graphiql-tab-button');
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

  test('every example of the menu runs at once, in the tab that has it or else in a new one', async () => {
    await open('/graphiql');
    await expect.poll(() => response().textContent()).toContain('"data"');
    const tabs = look.page.locator('.graphiql-tab');
    const examples = look.page.locator('.examples button');
    const usual = await tabs.count();
    expect(await examples.allTextContents()).toEqual(operations.map(({ title }) => title));
    for (let i = 0; i < operations.length; i++) {
      const { data, errors } = await answerTo(() => examples.nth(i).click());
      expect([operations[i]?.name, errors]).toEqual([operations[i]?.name, undefined]);
      expect(data).toBeTruthy();
      expect(await tabs.count()).toBe(Math.max(usual, i + 1));
    }
    await settled();
    await answerTo(() => examples.nth(7).click());
    expect(await tabs.count()).toBe(operations.length);
  });

  test('an answer can be seen as a table, and taken along as CSV', async () => {
    await open('/graphiql');
    await answerTo(() => look.page.getByRole('button', { name: 'People and the offices' }).click());
    await look.page.getByRole('button', { name: 'Table', exact: true }).click();
    const rows = look.page.locator('.answer-table tbody tr');
    const count = await rows.count();
    expect(count).toBeGreaterThan(3);
    await look.page.keyboard.press('Escape');
    const [file] = await Promise.all([
      look.page.waitForEvent('download'),
      look.page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const csv = readFileSync((await file.path())!, 'utf8')
      .trim()
      .split('\r\n');
    expect(csv.length).toBe(count + 1);
    expect(csv[0]).toContain('name');
  });

  test('has documentation, and an explorer that writes the query', async () => {
    const query = '{ agreements(first: 1) { totalCount } }';
    await open(`/graphiql?${new URLSearchParams({ query })}`);
    await look.page.getByRole('button', { name: /GraphiQL Explorer/ }).click();
    await look.page.locator('.graphiql-explorer-root').getByText('agreements').first().waitFor();
    await look.page.getByRole('button', { name: /Documentation Explorer/ }).click();
    await look.page.locator('.graphiql-doc-explorer').getByText('Query').first().waitFor();
  });

  test('a link with a query and variables opens them, whatever was open before', async () => {
    await open('/graphiql');
    const query = 'query Linked($id: ID!) { node(id: $id) { id } }';
    const variables = '{"id": "country:IN"}';
    await visit(`/graphiql?${new URLSearchParams({ query, variables, run: 'true' })}`);
    expect(await editorText()).toContain('Linked');
    await expect.poll(() => response().textContent()).toContain('country:IN');
    expect(await runTab()).toMatchObject({ data: { node: { id: 'country:IN' } } });
  });

  test('a header is all it takes to see the Cypher of an answer', async () => {
    await open('/graphiql');
    await look.page.getByRole('button', { name: 'Headers' }).click();
    const headers = look.page.locator('.graphiql-editor-tool .graphiql-editor:visible');
    await headers.click();
    await look.page.keyboard.press('ControlOrMeta+a');
    await look.page.keyboard.insertText('{"x-entente-explain": "true"}');
    expect(await runTab()).toMatchObject({
      extensions: { explain: [{ cypher: expect.stringContaining('MATCH') }] },
    });
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  describe.each([1440, 390])('at %i pixels', (width) => {
    test.each(['/cypher', '/graphiql'])('%s is accessible and fits', async (url) => {
      // axe is put into the page from outside, which the policy of the page rightly forbids.
      await open(url, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
      await look.page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      if (url === '/graphiql') await look.page.getByRole('button', { name: 'Table' }).waitFor();
      // On a phone the panel beside would leave no room.
      expect(await look.page.locator('.examples').count()).toBe(
        url === '/graphiql' && width > 720 ? 1 : 0,
      );
      expect(await violationsOf(look.page)).toEqual([]);
      expect(await overflowOf(look.page)).toBeLessThanOrEqual(0);
    });
  });
});

test('in production the pages link to nothing that is not there', async () => {
  await look.served({ ENTENTE_PROFILE: 'production' }, async () => {
    await look.open('/');
    await look.page.locator('.counts dd').first().waitFor();
    const links = await look.page
      .locator('a[href^="/"]')
      .evaluateAll((all) =>
        all.map((link) => String((link as unknown as { href: string }).href).split('#')[0]!),
      );
    expect(links.length).toBeGreaterThan(10);
    for (const link of new Set(links))
      expect([link, (await fetch(link)).status]).toEqual([link, 200]);
    expect(links.filter((link) => /graphiql|cypher/.test(link))).toEqual([]);
  });
});

test('in production with its tools switched on, the saved questions tell no address', async () => {
  await look.served({ ENTENTE_PROFILE: 'production', TOOLS: 'on' }, async () => {
    await look.open('/');
    await look.page.getByRole('link', { name: 'Cypher' }).click();
    await look.page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await look.page.getByRole('link', { name: /Neo4j Browser/ }).count()).toBe(0);
  });
});
