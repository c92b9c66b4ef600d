import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readOperations } from '../../src/server/operations.ts';
import { overflowOf, violationsOf } from '../helpers/chromium.ts';
import { openExplorer } from '../helpers/explorer.ts';

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

/** The answer that GraphiQL shows, once it is complete. */
async function runTab(): Promise<{ data?: unknown; errors?: unknown }> {
  const answered = look.page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await look.page.click('.graphiql-execute-button');
  return (await (await answered).json()) as { data?: unknown; errors?: unknown };
}

const editorText = async () =>
  ((await look.page.locator('.graphiql-query-editor .view-lines').textContent()) ?? '').replace(
    /\u00a0/g,
    ' ',
  );

describe('GraphiQL', () => {
  const operations = readOperations();

  test('the first tab runs at once, and every other tab does', async () => {
    await open('/graphiql');
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

  test('every example of the menu opens a tab of its own and runs with its variables', async () => {
    await open('/graphiql');
    const tabs = look.page.locator('.graphiql-tab');
    const examples = look.page.locator('.examples button');
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
    test.each(['/cypher'])('%s is accessible and fits', async (url) => {
      // axe is put into the page from outside, which the policy of the page rightly forbids.
      await open(url, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
      await look.page.getByRole('heading', { level: 1 }).waitFor();
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
