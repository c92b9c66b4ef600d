import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/root.ts';
import { overflowOf, violationsOf } from '../../helpers/chromium.ts';
import { ENTITY, openExplorer, PATH, sentenceAbout } from '../../helpers/explorer.ts';

const look = openExplorer();

/** The code that runs in the page sees this; types of the browser are not in scope here. */
declare const document: {
  activeElement: { getAttribute(name: string): string | null } | null;
};

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    '/',
    ENTITY,
    PATH,
    '/search?q=India',
    '/list/ArmsSale',
    '/identities',
    '/read',
    'a document',
    'evidence',
  ])('%s is accessible and fits, at every width', async (name) => {
    const at = await sentenceAbout(look.server.graphql, 'Javelin');
    const url =
      name === 'a document'
        ? `/docs/${at.id}?s=${at.start}-${at.end}`
        : name === 'evidence'
          ? ENTITY
          : name;
    for (const width of [1440, 768, 390]) {
      // axe is put into the page from outside, which the policy of the page rightly forbids.
      await look.open(url, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
      if (url === ENTITY || url === PATH) await look.drawn();
      if (name === 'evidence') {
        await look.page.locator('.evidence-link').first().click();
        await look.page.locator('#evidence mark').first().waitFor();
      }
      expect([width, await violationsOf(look.page)]).toEqual([width, []]);
      expect([width, await overflowOf(look.page)]).toEqual([width, 0]);
    }
  });
});

test('from a name to a sentence and to a path, by keyboard alone', async () => {
  await look.open('/');
  await look.page.keyboard.press('/');
  await look.page.keyboard.type('India');
  await look.page.locator('[role=option]').first().waitFor();
  await look.page.keyboard.press('ArrowDown');
  expect(await look.page.locator('[role=option][aria-selected=true]').count()).toBe(1);
  await look.page.keyboard.press('Enter');
  await look.page.waitForURL(/\/e\//);
  await look.drawn();

  const link = look.page.locator('.ties .evidence-link').first();
  const opener = await link.getAttribute('aria-label');
  await link.focus();
  await look.page.keyboard.press('Enter');
  await look.page.locator('#evidence mark').first().waitFor();
  expect(look.page.url()).toContain('edge=relationship:');
  await look.page.keyboard.press('Escape');
  expect(await look.page.locator('#evidence').isVisible()).toBe(false);
  expect(await look.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    opener,
  );

  await look.page.keyboard.press('Enter');
  const source = look.page.locator('#evidence figcaption a').first();
  await source.focus();
  await look.page.keyboard.press('Enter');
  await look.page.waitForURL(/\/docs\//);
  expect(await look.page.locator('mark#sentence').count()).toBe(1);

  await look.page.getByRole('link', { name: 'Path', exact: true }).focus();
  await look.page.keyboard.press('Enter');
  await look.page.waitForURL(/\/path/);
  for (const [box, text] of [
    ['a', 'Narendra Modi'],
    ['b', 'Emmanuel Macron'],
  ] as const) {
    await look.page.locator(`input[name=${box}]`).focus();
    await look.page.keyboard.type(text);
    await look.page.locator('.path-form [role=option]:visible').first().waitFor();
    await look.page.keyboard.press('ArrowDown');
    await look.page.keyboard.press('Enter');
  }
  await look.page.keyboard.press('Enter');
  await look.page.waitForURL(/a=person(?::|%3A)narendra-modi/);
  expect(await look.page.locator('.steps li').count()).toBeGreaterThan(1);
});

test('with JavaScript off every page can be read, and evidence is a page', async () => {
  for (const url of ['/', ENTITY, PATH, '/search?q=India', '/list/ArmsSale']) {
    await look.open(url, { javaScriptEnabled: false });
    expect((await look.page.locator('main').innerText()).length).toBeGreaterThan(300);
  }
  await look.open(ENTITY, { javaScriptEnabled: false });
  await look.page.locator('.evidence-link').first().click();
  expect(await look.page.locator('#evidence mark').count()).toBeGreaterThan(0);
  await look.page.locator('#evidence figcaption a').first().click();
  expect(await look.page.locator('mark').count()).toBeGreaterThan(0);
});

test('the marked sentence is the slice of the text that the API tells', async () => {
  const { id, start, end, quote } = await sentenceAbout(look.server.graphql, 'Javelin');
  await look.open(`/docs/${id}#s=${start}-${end}`);
  await look.page.locator('mark').first().waitFor();
  const marked = (await look.page.locator('mark').allTextContents())
    .join('\n')
    .replace(/\s+/g, ' ');
  expect(marked).toBe(quote.replace(/\s+/g, ' '));
});

test('the script that pages begin with is small', () => {
  const manifest = JSON.parse(
    readFileSync(path.join(ROOT, 'dist/.vite/manifest.json'), 'utf8'),
  ) as Record<string, { file: string; imports?: string[] }>;
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = manifest[name]!;
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const one of chunk.imports ?? []) add(one);
  };
  add('explorer.tsx');
  const bytes = [...files].map(
    (file) => gzipSync(readFileSync(path.join(ROOT, 'dist', file))).length,
  );
  expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(150_000);
});

test('a text that is brought along is read, shown at its sentences, and forgotten', async () => {
  const sentence =
    'On 31 October 2025 Rajnath Singh and Pete Hegseth signed a ten-year framework in Kuala Lumpur.';
  await look.open('/read');
  await look.page.getByLabel('Text').fill(`It was a Friday. ${sentence}`);
  await look.page.getByRole('button', { name: 'Read it' }).click();
  await look.page.locator('#facts').waitFor();
  expect(await look.page.locator('mark').allTextContents()).toEqual([sentence]);
  const facts = look.page.locator('.read-fact li');
  expect(await facts.count()).toBeGreaterThan(1);
  // Whom the graph has under this name is a link; what is new is none.
  expect(await facts.first().getByRole('link').getAttribute('href')).toBe(
    '/e/person:rajnath-singh',
  );
  expect(await look.page.getByText('new', { exact: true }).count()).toBeGreaterThan(0);
  expect(await look.database.run("MATCH (d:Document {source: 'preview'}) RETURN d")).toEqual([]);
});

test('a file that cannot be read is refused by name, and one that is too long says that it was cut', async () => {
  await look.open('/read');
  const take = (name: string, bytes: Buffer) =>
    look.page
      .getByLabel('Or a file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });
  const told = look.page.getByRole('alert');
  await take('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  expect(await told.textContent()).toContain('picture.txt is neither a text nor a PDF');
  await take('nothing.txt', Buffer.alloc(0));
  await told.getByText('nothing.txt is empty').waitFor();
  await take('large.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_200_000, 32)]));
  await told.getByText('large.pdf is larger than 2.1 MB').waitFor();
  await take('long.txt', Buffer.from('A sentence of a long text. '.repeat(4_000)));
  await told.getByText('long.txt is longer than 50,000 characters').waitFor();
  expect((await look.page.getByLabel('Text').inputValue()).length).toBe(50_000);
  await take('marked.txt', Buffer.from('\ufeffThe ministers met in Oslo.', 'utf16le'));
  await expect.poll(() => look.page.getByLabel('Text').inputValue()).toContain('met in Oslo.');
  expect(await told.count()).toBe(0);
});
