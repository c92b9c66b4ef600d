import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ROOT } from '../../../src/root.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask, serve } from '../serving.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
/** The first document waits until lexicons and model are there. */
const PATIENT = { REQUEST_TIMEOUT_MS: '120000', READ_TIMEOUT_MS: '60000' };
const TEXT = readFileSync(
  path.join(ROOT, 'examples/documents/2025-10-31-framework-signed.txt'),
  'utf8',
);
const QUERY = `query($text: String, $pdf: String, $publishedOn: FuzzyDate) {
  ingestPreview(text: $text, pdf: $pdf, publishedOn: $publishedOn) {
    text language skipped omitted warnings
    statements { type property value start end confidence modality subject { entityId kind name } object { entityId name } }
  }
}`;

interface Preview {
  readonly text: string;
  readonly language: string;
  readonly skipped: string | null;
  readonly omitted: number;
  readonly statements: readonly {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly subject: { readonly entityId: string; readonly name: string };
    readonly object: { readonly entityId: string; readonly name: string } | null;
  }[];
}

let database: Database;
let server: Awaited<ReturnType<typeof serve>>;
let production: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  database = await emptyDatabase();
  server = await serve(database, PATIENT);
  production = await serve(database, { ...PATIENT, ENTENTE_PROFILE: 'production' });
});
afterAll(async () => {
  await server.close();
  await production.close();
  await database.close();
});

/** A PDF of one page with a line of text, and with so many bytes of drawing that says nothing. */
function pdfOf(line: string, bytes = 0): string {
  const content = `BT /F1 12 Tf 40 700 Td (${line}) Tj ET\n${'0 0 m 1 1 l S\n'.repeat(bytes / 14)}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1').toString('base64');
}

const preview = async (variables: object, at = server) => {
  const { body } = await ask(at.graphql, { query: QUERY, variables });
  return { found: body.data?.ingestPreview as Preview | null, body };
};

describe('what a text says', () => {
  test('is told with quotes and the ids that an ingest would give, and nothing is stored', async () => {
    const { found, body } = await preview({ text: TEXT, publishedOn: '2025-10-31' });
    expect(body.errors).toBeUndefined();
    expect([found!.language, found!.skipped, found!.omitted]).toEqual(['en', null, 0]);
    expect(found!.statements.length).toBeGreaterThan(5);
    for (const { start, end } of found!.statements)
      expect(found!.text.slice(start, end).length).toBeGreaterThan(10);
    const signed = found!.statements.filter(({ type }) => type === 'SIGNED');
    expect(signed.map(({ subject }) => subject.entityId)).toContain('country:IN');
    expect(
      await database.run('MATCH (n) WHERE n:Entity OR n:Document OR n:Statement RETURN n'),
    ).toEqual([]);
  });

  test('is charged by its length, whether or not there is a fact in it', async () => {
    const short = await preview({ text: 'Nothing happened.' });
    const long = await preview({ text: 'Nothing happened. '.repeat(600) });
    const points = ({ body }: typeof short) =>
      Number((body.extensions as { cost: { points: number } }).cost.points);
    expect(points(long)).toBeGreaterThan(50 * points(short));
  });

  test('is read from a PDF too', async () => {
    const line =
      'On 31 October 2025 Rajnath Singh and Pete Hegseth signed a framework for defence cooperation between India and the United States in Kuala Lumpur.';
    const { found, body } = await preview({ pdf: pdfOf(line) });
    expect(body.errors).toBeUndefined();
    expect(found!.text).toContain('Rajnath Singh');
    expect(found!.statements.length).toBeGreaterThan(0);
  });
});

describe('a PDF that is longer than other requests', () => {
  const LINE =
    'On 2 May 2025 Lars Holm and Eva Berg signed a pact for defence cooperation in Oslo.';
  const send = async (variables: object, headers: Record<string, string> = {}, at = server) => {
    const response = await fetch(at.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: QUERY, variables }),
    });
    return { status: response.status, text: await response.text() };
  };
  const TOLD = { 'x-entente-preview': 'true' };

  test('is read where its client says what it is', async () => {
    const { status, text } = await send({ pdf: pdfOf(LINE, 400_000) }, TOLD);
    expect([status, text.includes('Lars Holm')]).toEqual([200, true]);
    expect(JSON.parse(text).extensions.cost.points).toBeGreaterThanOrEqual(500);
  });

  test('is refused without a word of it, above its own limit, and where nothing is previewed', async () => {
    const pdf = pdfOf(LINE, 400_000);
    expect((await send({ pdf })).status).toBe(413);
    expect((await send({ pdf }, TOLD, production)).status).toBe(413);
    const larger = await send({ pdf: 'A'.repeat(3_100_000) }, TOLD);
    expect([larger.status, larger.text]).toEqual([413, expect.stringContaining('2.1 MB')]);
  });

  test('makes room for nothing else', async () => {
    const { status, text } = await send({ text: 'word '.repeat(30_000), pdf: 'A' }, TOLD);
    expect([status, text]).toEqual([413, expect.stringContaining('without its variable')]);
  });
});

describe('what cannot be read is refused in words', () => {
  test.each([
    ['neither', {}, 'give one of them'],
    ['both', { text: 'a', pdf: 'a' }, 'give one of them'],
    ['an empty text', { text: '  ' }, 'text is empty'],
    ['a text that is too long', { text: 'word '.repeat(10_001) }, 'longer than 50000'],
    ['what is no PDF', { pdf: Buffer.from('hello').toString('base64') }, 'is no PDF'],
    ['a broken PDF', { pdf: Buffer.from('%PDF-1.4 nothing').toString('base64') }, 'the document'],
  ])('%s', async (_name, variables, message) => {
    const { found, body } = await preview(variables);
    expect(found).toBeNull();
    expect(body.errors?.[0]?.message).toContain(message);
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('another language is said to be none of ours', async () => {
    const { found } = await preview({
      text: 'Der Verteidigungsminister hat am Montag in Berlin ein Abkommen mit Frankreich unterzeichnet, wie das Ministerium mitteilte. Es soll die Zusammenarbeit stärken und gilt für zehn Jahre.',
    });
    expect(found!.skipped).toBeTruthy();
  });
});

test('in production it is off unless it is switched on', async () => {
  const { found, body } = await preview({ text: TEXT }, production);
  expect(found).toBeNull();
  expect(body.errors?.[0]?.message).toContain('INGEST_PREVIEW=on');
});
