import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { ROOT } from '../../src/root.ts';
import { ask, serve } from '../server/serving.ts';
import { launchChromium, openWatched } from './chromium.ts';
import { emptyDatabase } from './neo4j.ts';

/** Patient, for a first plan takes long; and without a limit for the one client that asks all. */
const PATIENT = {
  READ_TIMEOUT_MS: '60000',
  REQUEST_TIMEOUT_MS: '90000',
  CLIENT_POINTS_PER_MINUTE: '0',
};
/** What the tests look at: India with ties of every kind, two people who met, a sale with its sentence. */
const DOCUMENTS = [
  ...['2016-09-23-rafale-india.txt', '2023-11-10-2plus2-delhi.txt', '2024-10-15-mq9-contract.txt'],
  ...['2025-02-15-f35-india-reports.txt', '2025-08-01-f35-india-denied.txt'],
  ...['2025-10-22-ukraine-gripen.txt', '2025-10-31-framework-signed.txt'],
  ...['2025-11-17-ukraine-rafale.txt', '2025-11-19-javelin-notice.txt'],
  ...['2025-11-20-javelin-story.html', '2024-02-16-germany-ukraine.txt'],
  ...['2025-08-26-intersessional.txt', '2025-11-04-india-israel.txt', 'readout-modi-macron.txt'],
];
export const ENTITY = '/e/country:IN';
export const PATH = '/path?a=person:narendra-modi&b=person:emmanuel-macron';
const HUB_ID = 'organisation:hub';
export const HUB = `/e/${HUB_ID}`;

/** An entity with a thousand relationships. */
const seedHub = (database: Database) =>
  database.run(
    `MERGE (hub:Entity:Organisation {id: $hub})
     SET hub += {name: 'Busy Ministry', nameKey: 'busy ministry', aliases: [], aliasKeys: [], externalIds: [], statementCount: 1000}
     WITH hub UNWIND range(1, 1000) AS i
     MERGE (p:Entity:Person {id: 'person:hub-' + i})
     SET p += {name: 'Person Number ' + i, nameKey: 'person number ' + i, aliases: [], aliasKeys: [], externalIds: [], statementCount: 1}
     MERGE (p)-[r:HOLDS_POSITION {id: 'relationship:hub-' + i}]->(hub)
     SET r += {title: 'Officer', confidence: 0.9, modality: 'asserted', statementCount: 1, documentCount: 1, sourceCount: 1, lastSeen: '2024-01-0' + (1 + i % 9)}`,
    { hub: HUB_ID },
  );

type Serving = Awaited<ReturnType<typeof serve>>;

/** A server over a few examples, and a real Chromium that looks at it. */
export interface Explorer {
  readonly database: Database;
  readonly server: Serving;
  readonly page: Page;
  /**
   * An empty page in a context of its own; the one before is closed.
   * @param home what it may ask; without one the server
   */
  enter(options?: BrowserContextOptions, home?: string): Promise<void>;
  /** Opens an address in a context of its own. */
  open(url: string, options?: BrowserContextOptions): Promise<void>;
  /** Waits for the first entity of a picture. */
  drawn(): Promise<void>;
  /** The same graph, served with other settings while `look` looks at it. */
  served(env: Readonly<Record<string, string>>, look: () => Promise<void>): Promise<void>;
}

/** For a whole file of tests, each of which fails when the page did what it should not. */
export function openExplorer({ hub = false } = {}): Explorer {
  let browser: Browser;
  let database: Database;
  let server: Serving;
  let context: BrowserContext | undefined;
  let page: Page;
  let faults: string[] = [];
  const leave = async () => {
    await context?.close();
    context = undefined;
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  };
  const enter = async (options: BrowserContextOptions = {}, home = server.url) => {
    await leave();
    ({ context, page, faults } = await openWatched(browser, home, options));
    page.setDefaultTimeout(90_000);
  };
  beforeAll(async () => {
    browser = await launchChromium();
    database = await emptyDatabase();
    const files = DOCUMENTS.map((name) => path.join(ROOT, 'examples/documents', name));
    await ingest(database, files, {});
    if (hub) await seedHub(database);
    server = await serve(database, PATIENT);
  });
  afterEach(leave);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await database?.close();
  });
  return {
    get database() {
      return database;
    },
    get server() {
      return server;
    },
    get page() {
      return page;
    },
    enter,
    async open(url, options) {
      await enter(options);
      await page.goto(new URL(url, server.url).href);
    },
    drawn: () => page.locator('svg.graph [data-id]').first().waitFor(),
    async served(env, look) {
      const usual = server;
      server = await serve(database, { ...PATIENT, ...env });
      try {
        await look();
        await leave();
      } finally {
        await server.close();
        server = usual;
      }
    },
  };
}

/** The best sentence for a term, and the document that has it. */
export async function sentenceAbout(graphql: string, term: string) {
  const query = `query($q: String!) { searchStatements(query: $q, first: 1) { edges { node { quote start end document { id } } } } }`;
  const { body } = await ask(graphql, { query, variables: { q: term } });
  const found = body.data?.searchStatements as {
    edges: { node: { quote: string; start: number; end: number; document: { id: string } } }[];
  };
  const { document, ...rest } = found.edges[0]!.node;
  return { ...rest, id: document.id };
}
