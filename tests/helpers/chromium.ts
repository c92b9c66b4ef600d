import { existsSync } from 'node:fs';
import path from 'node:path';
import axeCore from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../src/root.ts';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The code that runs in the page sees these; types of the browser are not in scope here. */
declare const document: { documentElement: { scrollWidth: number } };
declare const innerWidth: number;
declare const axe: {
  run(
    root: unknown,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** @throws when there is no Chromium, or the pages are not built */
export function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath)
    throw new Error('no Chromium was found; install the package chromium, or set CHROMIUM_PATH.');
  if (!existsSync(path.join(ROOT, 'dist/.vite/manifest.json')))
    throw new Error('the pages are not built; run `npm run build`.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page, and whatever it should not do: errors, refused requests, requests that leave the server. */
export async function openWatched(
  browser: Browser,
  server: string,
  options: BrowserContextOptions,
) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(`console: ${line.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && `${origin}/` !== server)
      faults.push(`left the server: ${request.url()}`);
  });
  return { context, page, faults };
}

/** What axe finds, each with the elements; empty when all is well. The page must bypass its policy. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly }), RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Pixels by which a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
