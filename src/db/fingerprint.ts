import { createHash } from 'node:crypto';
import neo4j, { type Session } from 'neo4j-driver';
import type { DatabaseSettings } from './database.ts';
import { toAppError } from './driver-error.ts';

/** Identifies a graph's content, whatever the order of reading and Neo4j's internal ids. */
export interface Fingerprint {
  readonly nodes: number;
  readonly relationships: number;
  /** Sum of the SHA-256 of each node and each relationship, modulo 2^128, in hexadecimal. */
  readonly hash: string;
}

const MODULUS = 1n << 128n;

/** One text per value. An integer and a float of the same size differ, as in Neo4j. */
function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (neo4j.isInt(value)) return `i${value.toString()}`;
  if (typeof value === 'number') return `f${value}`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (Object.getPrototypeOf(value) !== Object.prototype) return `${value.constructor.name}${value}`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
}

/** The nodes of the graph, without this program's records of its migrations. */
const NODES =
  'MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock RETURN labels(n) AS labels, properties(n) AS properties';
/** Both ends are given by their ids; a Neo4j of another program may hold nodes without an id. */
const RELATIONSHIPS = `MATCH (a)-[r]->(b)
RETURN type(r) AS type, properties(r) AS properties,
       labels(a) AS from, coalesce(a.id, a.name, properties(a)) AS fromId,
       labels(b) AS to, coalesce(b.id, b.name, properties(b)) AS toId`;

async function sumOf(session: Session, cypher: string): Promise<{ count: number; sum: bigint }> {
  let [count, sum] = [0, 0n];
  for await (const record of session.run(cypher)) {
    const row = record.toObject();
    for (const list of [row.labels, row.from, row.to]) if (Array.isArray(list)) list.sort();
    const digest = createHash('sha256').update(canonical(row)).digest('hex');
    sum = (sum + BigInt(`0x${digest.slice(0, 32)}`)) % MODULUS;
    count++;
  }
  return { count, sum };
}

/** Reads the whole graph once, 1,000 rows at a time. */
export async function fingerprint({
  uri,
  user = 'neo4j',
  password = '',
  database,
}: DatabaseSettings): Promise<Fingerprint> {
  const auth = password === '' ? undefined : neo4j.auth.basic(user, password);
  const driver = neo4j.driver(uri, auth, { fetchSize: 1_000, userAgent: 'entente' });
  const session = driver.session({
    defaultAccessMode: 'READ',
    ...(database === undefined ? {} : { database }),
  });
  try {
    const nodes = await sumOf(session, NODES);
    const relationships = await sumOf(session, RELATIONSHIPS);
    const hash = ((nodes.sum + relationships.sum) % MODULUS).toString(16).padStart(32, '0');
    return { nodes: nodes.count, relationships: relationships.count, hash };
  } catch (cause) {
    throw toAppError(cause, 'reading the graph');
  } finally {
    await session.close().catch(() => {});
    await driver.close();
  }
}
