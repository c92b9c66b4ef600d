import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { extract, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import {
  type DocumentReader,
  readerWithService,
  readingVersion,
} from '../../../src/ingest/model-service/model-service.ts';
import type { SourceDocument } from '../../../src/model/extraction.ts';

const RAW = [
  'Norway &amp; Poland sign a pact on mines',
  '',
  'Norway and Poland signed the Baltic Minelaying Pact in Oslo on Friday.',
  'Colonel Marta Zielna said that the Polish Navy operates three minehunters.',
].join('\n');
const source: SourceDocument = {
  id: 'document:0000',
  source: 'pact.txt',
  raw: RAW,
  title: null,
  url: null,
  publisher: null,
  publishedOn: '2025-03-07',
  language: 'en',
};

const entity = (id: string, kind: string, name: string, ...mentions: string[]) => ({
  id,
  kind,
  name,
  mentions,
});
const signed = {
  type: 'SIGNED',
  subject: 'no',
  object: 'pact',
  quote: 'Norway and Poland signed the Baltic Minelaying Pact in Oslo on Friday.',
  subjectMention: 'Norway',
  objectMention: 'Baltic Minelaying Pact',
  modality: 'asserted',
  confidence: 0.9,
};
const READING = {
  entities: [
    entity('no', 'Country', 'Norway', 'Norway'),
    entity('pl', 'Country', 'Poland', 'Poland', 'Polish'),
    entity('pact', 'Agreement', 'Baltic Minelaying Pact'),
    entity('navy', 'Organisation', 'Polish Navy'),
    entity('ghost', 'Person', 'Anders Nowhere', 'Nowhere'),
  ],
  relationships: [
    signed,
    { ...signed, quote: 'Norway and Poland buried the Baltic Minelaying Pact.' },
    { ...signed, subject: 'pl', subjectMention: 'the Poles' },
    { ...signed, type: 'OPERATES' },
    { ...signed, subject: 'ghost', subjectMention: 'Norway' },
  ],
};

/** What the stub answers next, and what it was asked. */
let answer: { status: number; body: string; wait?: number };
let asked: { path: string; authorization: string | undefined; body: Record<string, unknown> }[];
let server: Server;
let url: string;

const completion = (content: unknown, finish_reason = 'stop') =>
  JSON.stringify({
    choices: [
      {
        index: 0,
        finish_reason,
        message: {
          role: 'assistant',
          content: typeof content === 'string' ? content : JSON.stringify(content),
        },
      },
    ],
  });

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    const { status, body, wait = 0 } = answer;
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    }, wait);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = { status: 200, body: completion(READING) };
  asked = [];
});

const extractor = loadExtractor();
const rules: DocumentReader = {
  version: extractor.version,
  extract: async (document) => extract(document, extractor),
};
const reader = (more: Record<string, string> = {}) =>
  readerWithService(
    rules,
    readConfig({ ENTENTE_MODEL_URL: url, ENTENTE_MODEL_NAME: 'small', ...more }),
  );

test('without a service the rules read, in their own version', () => {
  expect(readerWithService(rules, readConfig({}))).toBe(rules);
  expect(readingVersion(rules.version, readConfig({}))).toBe(rules.version);
});

test('the service is asked once for the clean text, with the structure it must keep', async () => {
  await reader({ ENTENTE_MODEL_KEY: 'secret' }).extract(source);
  expect(asked).toHaveLength(1);
  const [{ path, authorization, body }] = asked as [(typeof asked)[number]];
  expect(path).toBe('/v1/chat/completions');
  expect(authorization).toBe('Bearer secret');
  expect(body).toMatchObject({
    model: 'small',
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: { strict: true } },
  });
  const [, user] = body.messages as { role: string; content: string }[];
  expect(user).toMatchObject({ role: 'user' });
  expect(user?.content).toContain('Norway & Poland sign');
});

describe('of what it says', () => {
  test('a fact stays whose quote is in the text with both ends, and no other', async () => {
    const { statements, warnings } = await reader().extract(source);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ type: 'SIGNED', subject: 'no', object: 'pact' });
    expect(warnings).toContain(
      '4 facts of the model service are not in the text and were left out',
    );
  });

  test('spans are of the clean text, and lead back to the source', async () => {
    const { text, statements, entities } = await reader().extract(source);
    const [{ quote, spans }] = statements as [(typeof statements)[number]];
    expect(text.slice(quote.start, quote.end)).toBe(signed.quote);
    expect(RAW.slice(quote.rawStart, quote.rawEnd)).toBe(signed.quote);
    expect(text.slice(spans.subject.start, spans.subject.end)).toBe('Norway');
    expect(text.slice(spans.object!.start, spans.object!.end)).toBe('Baltic Minelaying Pact');
    for (const { mentions } of entities)
      for (const { start, end, rawStart, rawEnd } of mentions)
        expect(RAW.slice(rawStart, rawEnd)).toBe(text.slice(start, end));
  });

  test('an entity stays that is named in the text; a country is the state of that name', async () => {
    const { entities } = await reader().extract(source);
    expect(entities.map(({ key }) => key)).toEqual(['no', 'pl', 'pact', 'navy']);
    expect(entities[1]).toMatchObject({ name: 'Poland', properties: { iso2: 'PL' } });
    expect(entities[1]?.mentions).toHaveLength(3);
  });
});

test('another model, and the rules alone, are other versions', () => {
  const versions = ['small', 'large'].map((name) => reader({ ENTENTE_MODEL_NAME: name }).version);
  expect(new Set([...versions, rules.version]).size).toBe(3);
});

test('what is in another language is not sent', async () => {
  const raw = 'Der Minister hat am Montag in Oslo ein Abkommen über Boote unterzeichnet.';
  const { skipped } = await reader().extract({ ...source, language: null, raw });
  expect(skipped).toMatch(/not in English/);
  expect(asked).toHaveLength(0);
});

describe('a document is refused, with the remedy,', () => {
  test.each([
    [
      'an error',
      () => ({ status: 500, body: '{"error":"key sk-1 at 10.0.0.1"}' }),
      /answered 500;/,
    ],
    ['no completion', () => ({ status: 200, body: '{"choices":[]}' }), /no chat completion;/],
    ['no JSON', () => ({ status: 200, body: '<html>' }), /no chat completion;/],
    ['other words', () => ({ status: 200, body: completion('Sure!') }), /another structure/],
    [
      'half an answer',
      () => ({ status: 200, body: completion(READING, 'length') }),
      /stopped in the middle/,
    ],
    [
      'more than it can use',
      () => ({ status: 200, body: completion('x'.repeat(4_100_000)) }),
      /more than 4000000 bytes/,
    ],
    [
      'nothing in time',
      () => ({ status: 200, body: completion(READING), wait: 1_000 }),
      /within 100 ms/,
    ],
  ])('when the service answers with %s', async (_, given, message) => {
    answer = given();
    const reading = reader({ ENTENTE_MODEL_TIMEOUT_MS: '100' });
    const slow = reader();
    const told = await (answer.wait ? reading : slow).extract(source).catch((error) => error);
    expect(told).toMatchObject({ name: 'ReadError' });
    expect(told.message).toMatch(message);
    expect(told.message).toMatch(/unset ENTENTE_MODEL_URL$/);
    expect(told.message).not.toMatch(/127\.0\.0\.1|sk-1|10\.0/);
  });

  test('when there is no service', async () => {
    const nowhere = reader({ ENTENTE_MODEL_URL: 'http://127.0.0.1:9/v1' });
    await expect(nowhere.extract(source)).rejects.toThrow(/could not be reached; mend it/);
  });
});
