import { expect, test, vi } from 'vitest';
import { ENTITY, HUB, openExplorer } from '../../helpers/explorer.ts';

vi.setConfig({ testTimeout: 300_000 });

const look = openExplorer({ hub: true });

/** Milliseconds from the navigation to the first entity of the picture. */
const FIRST_VIEW_MS = 1_500;
/** A longer task is felt: what is typed or clicked waits for it. */
const TASK_MS = 200;
/** What the machine does besides only ever adds time: the best of some views is the page's own. */
const VIEWS = 5;

interface Seen {
  drawn: number;
  tasks: number[];
}
/** The code that runs in the page sees these; types of the browser are not in scope here. */
declare const document: { querySelector(selector: string): object | null };
declare const window: { seen: Seen };
declare class MutationObserver {
  constructor(look: (changes: unknown, self: MutationObserver) => void);
  observe(target: unknown, options: object): void;
  disconnect(): void;
}

/** Runs before the page does: notes when something is drawn, and every task above 50 ms. */
function watch(): void {
  window.seen = { drawn: 0, tasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.seen.tasks.push(duration);
  }).observe({ type: 'longtask' as never, buffered: true });
  new MutationObserver((_changes, self) => {
    if (!document.querySelector('svg.graph [data-id]')) return;
    window.seen.drawn = performance.now();
    self.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** One view with nothing kept by the browser; the server has answered it before. */
async function view(address: string): Promise<Seen> {
  await look.enter();
  await look.page.addInitScript(watch);
  await look.page.goto(new URL(address, look.server.url).href);
  await look.drawn();
  // What is drawn is then labelled and settles.
  await look.page.waitForTimeout(1_000);
  return look.page.evaluate(() => window.seen);
}

test.each([
  ['an entity', ENTITY],
  ['an entity of a thousand relationships', HUB],
])('%s is drawn soon, and holds nobody up', async (name, address) => {
  await view(address);
  const views: Seen[] = [];
  for (let i = 0; i < VIEWS; i++) views.push(await view(address));
  const first = Math.min(...views.map(({ drawn }) => drawn));
  const task = Math.min(...views.map(({ tasks }) => Math.max(0, ...tasks)));
  console.log(
    `${name}: first drawn after ${Math.round(first)} ms, longest task ${Math.round(task)} ms; all: ${views
      .map(({ drawn, tasks }) => `${Math.round(drawn)}/${Math.round(Math.max(0, ...tasks))}`)
      .join(' ')}`,
  );
  expect(first).toBeLessThan(FIRST_VIEW_MS);
  expect(task).toBeLessThan(TASK_MS);
});
