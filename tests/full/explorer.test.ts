import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { launchChromium, openWatched, overflowOf, violationsOf } from '../helpers/chromium.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { ask, serve } from '../server/serving.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Patient, for a first plan takes long; and without a limit for the one client that asks all. */
const PATIENT = {
  READ_TIMEOUT_MS: '60000',
  REQUEST_TIMEOUT_MS: '90000',
  CLIENT_POINTS_PER_MINUTE: '0',
};
const ENTITY = '/e/country:IN';
const PATH = '/path?a=person:narendra-modi&b=person:emmanuel-macron';
const HUB = 'organisation:hub';

/** The code that runs in the page sees these; types of the browser are not in scope here. */
interface Shape {
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
}
declare const document: {
  querySelectorAll(
    selector: string,
  ): Iterable<Shape & { getAttribute(name: string): string | null }>;
  querySelector(selector: string): { textContent: string } | null;
  activeElement: { getAttribute(name: string): string | null; className: unknown } | null;
};

let browser: Browser;
let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let context: BrowserContext;
let page: Page;
let faults: string[] = [];

async function open(url: string, options: BrowserContextOptions = {}) {
  ({ context, page, faults } = await openWatched(browser, server.url, options));
  page.setDefaultTimeout(90_000);
  await page.goto(new URL(url, server.url).href);
}

/** The picture is there when its first entity is. */
const drawn = () => page.locator('svg.graph [data-id]').first().waitFor();

async function documentOf(
  term: string,
): Promise<{ id: string; start: number; end: number; quote: string }> {
  const query = `query($q: String!) { searchStatements(query: $q, first: 1) { edges { node { quote start end document { id } } } } }`;
  const { body } = await ask(server.graphql, { query, variables: { q: term } });
  const found = body.data?.searchStatements as {
    edges: { node: { quote: string; start: number; end: number; document: { id: string } } }[];
  };
  const { document: of, ...rest } = found.edges[0]!.node;
  return { ...rest, id: of.id };
}

/** An entity with a thousand relationships. */
const seedHub = () =>
  database.run(
    `MERGE (hub:Entity:Organisation {id: $hub})
     SET hub += {name: 'Busy Ministry', nameKey: 'busy ministry', aliases: [], aliasKeys: [], externalIds: [], statementCount: 1000}
     WITH hub UNWIND range(1, 1000) AS i
     MERGE (p:Entity:Person {id: 'person:hub-' + i})
     SET p += {name: 'Person Number ' + i, nameKey: 'person number ' + i, aliases: [], aliasKeys: [], externalIds: [], statementCount: 1}
     MERGE (p)-[r:HOLDS_POSITION {id: 'relationship:hub-' + i}]->(hub)
     SET r += {title: 'Officer', confidence: 0.9, modality: 'asserted', statementCount: 1, documentCount: 1, sourceCount: 1, lastSeen: '2024-01-0' + (1 + i % 9)}`,
    { hub: HUB },
  );

beforeAll(async () => {
  browser = await launchChromium();
  database = await emptyDatabase();
  await ingest(database, [path.join(ROOT, 'examples/documents')], {});
  await seedHub();
  server = await serve(database, PATIENT);
  // The first look at each page plans its statements.
  for (const url of ['/', ENTITY, PATH, '/search?q=India', '/list/ArmsSale'])
    await fetch(new URL(url, server.url), { headers: { connection: 'close' } }).then(
      (response) => response.text(),
      () => '',
    );
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

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(['/', ENTITY, PATH, '/search?q=India', '/list/ArmsSale', 'a document', 'evidence'])(
    '%s is accessible and fits, at every width',
    async (name) => {
      const at = await documentOf('Javelin');
      const url =
        name === 'a document'
          ? `/docs/${at.id}?s=${at.start}-${at.end}`
          : name === 'evidence'
            ? ENTITY
            : name;
      for (const width of [1440, 768, 390]) {
        // axe is put into the page from outside, which the policy of the page rightly forbids.
        await open(url, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
        if (url === ENTITY || url === PATH) await drawn();
        if (name === 'evidence') {
          await page.locator('.evidence-link').first().click();
          await page.locator('#evidence mark').first().waitFor();
        }
        expect([width, await violationsOf(page)]).toEqual([width, []]);
        expect([width, await overflowOf(page)]).toEqual([width, 0]);
        await context.close();
      }
    },
  );
});

test('from a name to a sentence and to a path, by keyboard alone', async () => {
  await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('India');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/e\//);
  await drawn();

  const link = page.locator('.ties .evidence-link').first();
  const opener = await link.getAttribute('aria-label');
  await link.focus();
  await page.keyboard.press('Enter');
  await page.locator('#evidence mark').first().waitFor();
  expect(page.url()).toContain('edge=relationship:');
  await page.keyboard.press('Escape');
  expect(await page.locator('#evidence').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    opener,
  );

  await page.keyboard.press('Enter');
  const source = page.locator('#evidence figcaption a').first();
  await source.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/docs\//);
  expect(await page.locator('mark#sentence').count()).toBe(1);

  await page.getByRole('link', { name: 'Path', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/path/);
  for (const [box, text] of [
    ['a', 'Narendra Modi'],
    ['b', 'Emmanuel Macron'],
  ] as const) {
    await page.locator(`input[name=${box}]`).focus();
    await page.keyboard.type(text);
    await page.locator('.path-form [role=option]:visible').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/a=person(?::|%3A)narendra-modi/);
  expect(await page.locator('.steps li').count()).toBeGreaterThan(1);
});

test('with JavaScript off every page can be read, and evidence is a page', async () => {
  for (const url of ['/', ENTITY, PATH, '/search?q=India', '/list/ArmsSale']) {
    await open(url, { javaScriptEnabled: false });
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(300);
    await context.close();
  }
  await open(ENTITY, { javaScriptEnabled: false });
  await page.locator('.evidence-link').first().click();
  expect(await page.locator('#evidence mark').count()).toBeGreaterThan(0);
  await page.locator('#evidence figcaption a').first().click();
  expect(await page.locator('mark').count()).toBeGreaterThan(0);
});

interface Boxes {
  readonly names: (readonly [id: string, x: number, y: number, right: number, bottom: number])[];
  readonly nodes: Boxes['names'];
}

const boxesOf = (): Promise<Boxes> =>
  page.evaluate(() => {
    const all = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.getAttribute(name) ?? '', x, y, x + width, y + height] as const;
      });
    return {
      names: [
        ...all('svg.graph [data-name]', 'data-name'),
        ...all('svg.graph [data-words]', 'data-words'),
      ],
      nodes: [...all('svg.graph .node > path', 'd'), ...all('svg.graph .pill', 'class')],
    };
  });

function overlaps({ names, nodes }: Boxes): string[] {
  type One = Boxes['names'][number];
  const SLACK = 1.5;
  const meet = (a: One, b: One) =>
    a[1] + SLACK < b[3] && b[1] + SLACK < a[3] && a[2] + SLACK < b[4] && b[2] + SLACK < a[4];
  const found: string[] = [];
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) if (meet(a, b)) found.push(`${a[0]} over ${b[0]}`);
    for (const b of nodes) if (meet(a, b)) found.push(`${a[0]} over a shape`);
  });
  return found;
}

describe('a picture', () => {
  test.each([
    ENTITY,
    `/e/${HUB}`,
    '/e/person:narendra-modi',
    '/e/country:UA',
    PATH,
    `${PATH}&k=5&steps=6`,
  ])('of %s has no label over another, nor over an entity', async (url) => {
    for (const width of [1440, 768]) {
      await open(url, { viewport: { width, height: 900 } });
      await drawn();
      const boxes = await boxesOf();
      expect(boxes.names.length).toBeGreaterThan(2);
      expect(overlaps(boxes)).toEqual([]);
      await context.close();
    }
  });

  test('is the same at the same address, and the same as its list', async () => {
    const look = async () => {
      await open(`${ENTITY}?from=2020&to=2025`);
      await drawn();
      const places = await page.locator('svg.graph [data-id]').evaluateAll((all) =>
        all.map((node) => {
          const { getAttribute } = node as unknown as { getAttribute(name: string): string };
          return [getAttribute.call(node, 'data-id'), getAttribute.call(node, 'transform')];
        }),
      );
      const listed = await page
        .locator('[data-listed]')
        .evaluateAll((all) =>
          all.map((item) => String((item as { dataset?: { listed?: string } }).dataset?.listed)),
        );
      await context.close();
      return { places, listed };
    };
    const one = await look();
    expect(await look()).toEqual(one);
    expect(one.places.map(([id]) => id)).toEqual(one.listed);
  });

  test('of a thousand relationships shows sixty entities at most, and how many it left out', async () => {
    await open(`/e/${HUB}`);
    await drawn();
    const shown = await page.locator('svg.graph [data-id]').count();
    expect(shown).toBeLessThanOrEqual(60);
    expect(shown).toBeGreaterThan(20);
    const left = Number(await page.locator('.tally').getAttribute('data-left'));
    expect(left + shown - 1).toBe(1000);
    expect(await page.locator('.side .left-out').first().textContent()).toContain('100 of 1,000');
  });

  test('is chosen from by years, in the address too', async () => {
    await open(ENTITY);
    await drawn();
    const all = await page.locator('.ties li:visible').count();
    await page.getByLabel('From year').fill('2025');
    await expect.poll(() => page.locator('.ties li:visible').count()).toBeLessThan(all);
    expect(page.url()).toContain('from=2025');
    await page.reload();
    await drawn();
    expect(await page.locator('.ties li:visible').count()).toBeLessThan(all);
  });
});

describe('what is taken along', () => {
  test('is what is shown: PNG at twice the size, SVG with title and source, CSV and JSON', async () => {
    await open(ENTITY);
    await drawn();
    const file = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.actions').getByRole('button', { name }).click(),
      ]);
      return readFileSync((await download.path())!);
    };
    const width = await page
      .locator('svg.graph')
      .evaluate((svg) => (svg as unknown as Shape).getBoundingClientRect().width);
    const png = await file('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round(width) * 2);
    const svg = (await file('SVG')).toString('utf8');
    expect(svg).toContain('India');
    expect(svg).toContain('no proof of wrongdoing');
    const ties = await page
      .locator('.ties li')
      .evaluateAll((all) =>
        all.map((item) => String((item as { dataset?: { edge?: string } }).dataset?.edge)),
      );
    const csv = await (await fetch(new URL(`${ENTITY}?format=csv`, server.url))).text();
    const rows = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect([...rows].sort()).toEqual([...ties].sort());
    const json = (await (await fetch(new URL(`${ENTITY}?format=json`, server.url))).json()) as {
      entity: { relationships: { edges: { node: { id: string } }[] } };
    };
    expect(json.entity.relationships.edges.map(({ node }) => node.id).sort()).toEqual(
      [...ties].sort(),
    );
  });

  test('as a query opens in GraphiQL and answers', async () => {
    await open(ENTITY);
    const href = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href');
    const { searchParams } = new URL(href!, server.url);
    const body = {
      query: searchParams.get('query'),
      variables: JSON.parse(searchParams.get('variables')!) as object,
    };
    const { status, body: answer } = await ask(server.graphql, body);
    expect([status, answer.errors]).toEqual([200, undefined]);
  });
});

test('the steps of a path are those of the API, in their order', async () => {
  await open(PATH);
  const query =
    '{ paths(from: "person:narendra-modi", to: "person:emmanuel-macron", first: 3, maxLength: 4) { paths { relationships { id } } } }';
  const { body } = await ask(server.graphql, { query });
  const { paths } = body.data!.paths as { paths: { relationships: { id: string }[] }[] };
  const listed = await page
    .locator('.steps')
    .evaluateAll((lists) =>
      lists.map((list) =>
        [...(list as unknown as typeof document).querySelectorAll('li')].map((item) =>
          item.getAttribute('data-edge'),
        ),
      ),
    );
  expect(listed).toEqual(paths.map(({ relationships }) => relationships.map(({ id }) => id)));
});

test('the marked sentence is the slice of the text that the API tells', async () => {
  const { id, start, end, quote } = await documentOf('Javelin');
  await open(`/docs/${id}#s=${start}-${end}`);
  await page.locator('mark').first().waitFor();
  const marked = (await page.locator('mark').allTextContents()).join('\n').replace(/\s+/g, ' ');
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
