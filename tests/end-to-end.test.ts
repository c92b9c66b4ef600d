import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/db/database.ts';
import { exportJsonLines } from '../src/export/json-lines.ts';
import { readerHere } from '../src/ingest/extract/version.ts';
import { ingest, type Report } from '../src/ingest/ingest.ts';
import { createLog } from '../src/log.ts';
import { readOperations } from '../src/server/pages/operations.ts';
import { type RunningServer, startServer } from '../src/server/server.ts';
import { PROMISES } from './examples/promises.ts';
import { README_PROMISES } from './examples/readme-promises.ts';
import { exported } from './export/exported.ts';
import { emptyDatabase, workerNeo4j } from './helpers/neo4j.ts';

const README = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
const EXAMPLES = path.resolve(import.meta.dirname, '../examples/documents');
const ARTICLES = path.resolve(import.meta.dirname, '../../shared/articles');
const GOLD = path.resolve(import.meta.dirname, '../../shared/gold');

let database: Database;
let server: RunningServer;
let report: Report;

beforeAll(async () => {
  database = await emptyDatabase();
  report = await ingest(database, [EXAMPLES]);
  const { uri, password } = workerNeo4j();
  const config = readConfig({
    PORT: '0',
    NEO4J_URI: uri,
    NEO4J_PASSWORD: password,
    READ_TIMEOUT_MS: '20000',
    REQUEST_TIMEOUT_MS: '30000',
  });
  server = await startServer({
    ...{ config, database, log: createLog('error') },
    reader: readerHere(),
    warm: false,
  });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
});

interface Answer {
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { message: string }[];
}

async function ask(query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${server.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

describe('the examples', () => {
  test('are all read', () => {
    expect(report).toMatchObject({ rejected: 0, withoutFacts: 0 });
    expect(report.warnings).toEqual([
      expect.stringMatching(/sweden-c390\.txt: is neither UTF-8 nor declared/),
    ]);
    expect(report.documents).toBeGreaterThanOrEqual(40);
  });

  test('make a graph worth looking at: every kind, every type', async () => {
    const { data } = await ask(
      '{ summary { entities { kind count } relationships { type count } } }',
    );
    const { entities, relationships } = data!.summary as {
      entities: { kind: string; count: number }[];
      relationships: { type: string; count: number }[];
    };
    const sum = (rows: readonly { count: number }[]) =>
      rows.reduce((total, { count }) => total + count, 0);
    expect(sum(entities)).toBeGreaterThanOrEqual(150);
    expect(sum(relationships)).toBeGreaterThanOrEqual(250);
    expect(entities.filter(({ count }) => count === 0)).toEqual([]);
    expect(relationships.filter(({ count }) => count === 0)).toEqual([]);
  });

  test.each(readOperations().map((operation) => [operation.name, operation] as const))(
    'the operation %s gives what its title promises',
    async (name, { query, variables }) => {
      const { data, errors } = await ask(query, variables ? JSON.parse(variables) : {});
      expect(errors).toBeUndefined();
      PROMISES[name]!(data!);
    },
  );

  test('the queries of the README give what they promise', async () => {
    const queries = [...README.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query!);
    expect(queries.length).toBe(README_PROMISES.length);
    for (const [at, query] of queries.entries()) {
      const { data, errors } = await ask(query);
      expect(errors).toBeUndefined();
      README_PROMISES[at]!(data!);
    }
  });

  test('a plan and its outcome are statements of one agreement', async () => {
    const { data } =
      await ask(`{ node(id: "agreement:framework-for-the-us-india-major-defence-partnership") { ... on Agreement {
      signedOn durationYears
      statements(first: 100, where: { type: { eq: SIGNED } }) { edges { node { modality document { source } } } }
    } } }`);
    const node = data!.node as {
      signedOn: string;
      durationYears: number;
      statements: { edges: { node: { modality: string; document: { source: string } } }[] };
    };
    expect(node).toMatchObject({ signedOn: '2025-10-31', durationYears: 10 });
    const said = new Set(
      node.statements.edges.map(
        ({ node: { modality, document } }) => `${document.source} ${modality}`,
      ),
    );
    expect(said).toContain('2025-08-26-intersessional.txt planned');
    expect(said).toContain('2025-10-31-framework-signed.txt asserted');
  });

  test('a reprint is one source, two documents', async () => {
    const { data } = await ask(
      `{ node(id: "country:AU") { ... on Country { plannedAcquisitions(where: { name: { contains: "mogami" } }) { edges { documentCount sourceCount } } } } }`,
    );
    const { edges } = (data!.node as { plannedAcquisitions: { edges: unknown[] } })
      .plannedAcquisitions;
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) expect(edge).toEqual({ documentCount: 2, sourceCount: 1 });
  });

  test('what is denied is not followed, unless asked for', async () => {
    const { data } = await ask(
      '{ statements(first: 50, where: { modality: { eq: denied } }) { edges { node { type document { source } } } } }',
    );
    const { edges } = data!.statements as { edges: { node: { document: { source: string } } }[] };
    expect(edges.map(({ node }) => node.document.source)).toContain(
      '2025-08-01-f35-india-denied.txt',
    );
  });

  test('two people who share a surname stay two', async () => {
    const { data } = await ask(
      '{ a: node(id: "person:rajnath-singh") { id } b: node(id: "person:rajesh-kumar-singh") { id } }',
    );
    expect(data).toEqual({
      a: { id: 'person:rajnath-singh' },
      b: { id: 'person:rajesh-kumar-singh' },
    });
  });

  test('every quote is a copy of its document, and every relationship has one', async () => {
    const [wrong] = await database.run(`MATCH (s:Statement)-[:FROM]->(d:Document)
      WHERE substring(d.text, s.start, s.end - s.start) <> s.quote RETURN count(*) AS wrong`);
    const [bare] =
      await database.run(`MATCH (:Entity)-[r]->(:Entity) WHERE NOT EXISTS { MATCH (s:Statement {relationshipId: r.id}) }
      RETURN count(*) AS bare`);
    expect({ ...wrong, ...bare }).toEqual({ wrong: 0, bare: 0 });
  });

  test('read again, they write nothing and export the same bytes', async () => {
    const before = await exported(database);
    const again = await ingest(database, [EXAMPLES]);
    expect(again).toMatchObject({ written: 0, unchanged: report.documents });
    expect(await exported(database)).toBe(before);
  });
});

describe.skipIf(!existsSync(ARTICLES))('the real articles (needs the shared folder)', () => {
  let predicted: string;

  beforeAll(async () => {
    const articles = await emptyDatabase();
    await ingest(articles, [ARTICLES]);
    const lines: string[] = [];
    for await (const line of exportJsonLines(articles)) lines.push(line);
    predicted = lines.join('\n');
    await articles.close();
  }, 120_000);

  test('are read as well as before: entities 0.95, relationships 0.90, nothing mixed', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-score-'));
    const file = path.join(folder, 'predicted.jsonl');
    writeFileSync(file, predicted);
    const score = JSON.parse(
      execFileSync(
        'node',
        [path.join(GOLD, 'score.mjs'), path.join(GOLD, 'seeds'), file, '--json'],
        { encoding: 'utf8' },
      ),
    );
    rmSync(folder, { recursive: true });
    expect(score.entity_lenient.ALL.f1).toBeGreaterThanOrEqual(0.95);
    expect(score.relation_lenient.ALL.f1).toBeGreaterThanOrEqual(0.9);
    expect(score.resolution.mixed_nodes).toBe(0);
  });

  test('announce and assert one signing; two ministers are tied by it', async () => {
    const { data } = await ask(`{
      node(id: "agreement:framework-for-the-us-india-major-defence-partnership") { ... on Agreement {
        statements(first: 100, where: { type: { eq: SIGNED } }) { edges { node { modality document { source } } } } } }
      paths(from: "person:rajnath-singh", to: "person:pete-hegseth") { paths { length entities { __typename } relationships { statements(first: 1) { edges { node { quote document { source } } } } } } }
      armsSales { edges { node { value { amount currency } items { edges { quantity node { name } } } } } }
    }`);
    const { edges } = (
      data!.node as {
        statements: { edges: { node: { modality: string; document: { source: string } } }[] };
      }
    ).statements;
    const said = new Set(
      edges.map(({ node }) => `${node.document.source.slice(0, 3)} ${node.modality}`),
    );
    expect([...said]).toEqual(
      expect.arrayContaining(['000 asserted', '002 asserted', '003 planned', '004 planned']),
    );
    const { paths } = data!.paths as {
      paths: {
        length: number;
        entities: { __typename: string }[];
        relationships: { statements: { edges: unknown[] } }[];
      }[];
    };
    expect(
      paths.some(({ entities }) => ['Agreement', 'Event'].includes(entities[1]?.__typename ?? '')),
    ).toBe(true);
    expect(paths[0]!.relationships.every(({ statements }) => statements.edges.length > 0)).toBe(
      true,
    );
    const sales = (data!.armsSales as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
    expect(sales).toContainEqual({
      value: { amount: 93_000_000, currency: 'USD' },
      items: { edges: [{ quantity: 100, node: { name: 'FGM-148 Javelin' } }] },
    });
  });
});
