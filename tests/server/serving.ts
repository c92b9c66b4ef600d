import { request } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';
import { schema } from '../../schema/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/database.ts';
import { Degrees } from '../../src/graph/degrees.ts';
import { readerHere } from '../../src/ingest/extract/version.ts';
import type { Log } from '../../src/log.ts';
import { createGraphQL, type Yoga } from '../../src/server/answer/graphql.ts';
import { startServer } from '../../src/server/server.ts';

/** A log whose lines can be read: level, message, and the cause if any. */
export function readableLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}

export const settings = (env: Readonly<Record<string, string>> = {}): Config =>
  readConfig({ PORT: '0', ...env });

/** Yoga without the listener before it, to be asked through `fetch`. */
export function yogaAlone(database: Database): Yoga {
  const { log } = readableLog();
  const config = settings();
  const degrees = new Degrees();
  return createGraphQL({ config, database, schema, log, extractor: null, degrees }).yoga;
}

/** A statement that Neo4j has never planned may take seconds on a busy machine. */
const PATIENT = { READ_TIMEOUT_MS: '20000', REQUEST_TIMEOUT_MS: '30000' };

/**
 * A server on a free port, and what it logs.
 * @param warm plans beforehand what is often asked; few tests ask enough to get that back
 */
export async function serve(
  database: Database,
  env: Readonly<Record<string, string>> = {},
  { warm = false } = {},
) {
  const { log, lines } = readableLog();
  const browser = { url: 'http://127.0.0.1:7474/browser/', bolt: 'bolt://127.0.0.1:7687' };
  const server = await startServer({
    ...{ database, log, browser, warm, reader: readerHere() },
    config: settings({ ...PATIENT, ...env }),
  });
  return { ...server, graphql: `${server.url}graphql`, lines };
}

export type Headers = Readonly<Record<string, string>>;

export function postRequest(url: string, body: unknown, headers: Headers = {}): Request {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text as string,
  });
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: Answer;
  readonly headers: Response['headers'];
}

export async function answerOf(response: Response): Promise<Answered> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, text, headers, body: text.startsWith('{') ? (JSON.parse(text) as Answer) : {} };
}

export const ask = async (url: string, body: unknown, headers: Headers = {}): Promise<Answered> =>
  answerOf(await fetch(postRequest(url, body, headers)));

/** Sends bytes as they are, and returns all that comes back until the connection ends. */
export function sendRaw(url: string, bytes: string | Buffer, waitMs = 5_000): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
    socket.write(bytes);
    setTimeout(() => socket.destroy(), waitMs).unref();
  });
}

/** Three people in one ministry. */
export async function seed(database: Database): Promise<void> {
  await database.run(`
    MERGE (o:Entity:Organisation {id: 'organisation:ministry'})
    SET o += {name: 'Ministry', nameKey: 'ministry', aliases: [], aliasKeys: [], externalIds: [], statementCount: 3}
    WITH o UNWIND range(1, 3) AS i
    MERGE (p:Entity:Person {id: 'person:p' + i})
    SET p += {name: 'Person ' + i, nameKey: 'person ' + i, aliases: [], aliasKeys: [], externalIds: [], statementCount: 1}
    MERGE (p)-[r:HOLDS_POSITION {id: 'relationship:r' + i}]->(o)
    SET r += {title: 'Minister', confidence: 0.9, modality: 'asserted', statementCount: 1, documentCount: 1, sourceCount: 1}`);
}

/** Without what fetch adds of its own: its modes, its encodings. */
export function bare(
  url: string,
  headers: Headers,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () =>
        resolve({ status: res.statusCode!, headers: res.headers, bytes: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
