// The bare driver writing the same nodes, relationships and summaries, with no look at what is there:
// the limit that a writer can be compared with.
import neo4j, { type Driver } from 'neo4j-driver';
import { grouped } from '../../../src/grouped.ts';
import { factsIn, saidIn } from '../../../src/ingest/write/change.ts';
import {
  type Naming,
  summaryOfEntity,
  tallyOfEntity,
} from '../../../src/ingest/write/entity-summary.ts';
import type { Prepared } from '../../../src/ingest/write/prepare.ts';
import { summarise } from '../../../src/ingest/write/summary.ts';
import { kindOf } from '../../../src/model/ids.ts';

const ROWS = 5_000;
type Rows = readonly Record<string, unknown>[];

const STATEMENTS = {
  documents: 'UNWIND $rows AS r MERGE (d:Document {id: r.id}) SET d = r.p',
  entities: 'UNWIND $rows AS r MERGE (e:Entity {id: r.id}) SET e:$(r.kind) SET e += r.p',
  mentions:
    'UNWIND $rows AS r MATCH (d:Document {id: r.d}) MATCH (e:Entity {id: r.e}) MERGE (d)-[m:MENTIONS]->(e) SET m = r.p',
  statements:
    'UNWIND $rows AS r MATCH (d:Document {id: r.d}) MATCH (a:Entity {id: r.a}) MERGE (s:Statement {id: r.id}) SET s = r.p MERGE (s)-[:FROM]->(d) MERGE (s)-[:SUBJECT]->(a)',
  objects:
    'UNWIND $rows AS r MATCH (s:Statement {id: r.id}) MATCH (b:Entity {id: r.b}) MERGE (s)-[:OBJECT]->(b)',
  edges:
    'UNWIND $rows AS r MATCH (a:Entity {id: r.a}) MATCH (b:Entity {id: r.b}) MERGE (a)-[x:$(r.type) {id: r.id}]->(b) SET x = r.p',
} as const;

function rowsOf(documents: readonly Prepared[]): Record<keyof typeof STATEMENTS, Rows> {
  const said = documents.flatMap((document) => saidIn(document, document.id));
  const named = grouped(
    documents.flatMap(({ entities }) => entities),
    ({ id }) => id,
  );
  const facts = grouped(factsIn(said), ({ of }) => of);
  const edges = grouped(
    said.filter(({ relationshipId }) => relationshipId !== null),
    ({ relationshipId }) => relationshipId!,
  );
  return {
    documents: documents.map(({ id, properties }) => ({ id, p: { ...properties, story: id } })),
    entities: [...named].map(([id, all]) => {
      const namings = all.map(({ mention }) => mention as unknown as Naming);
      const tally = tallyOfEntity(namings, facts.get(id) ?? [], 1);
      return { id, kind: kindOf(id), p: summaryOfEntity(id, kindOf(id), tally) };
    }),
    mentions: documents.flatMap(({ id, entities }) =>
      entities.map(({ id: e, mention }) => ({ d: id, e, p: mention })),
    ),
    statements: documents.flatMap(({ id: d, statements }) =>
      statements.map(({ id, subject, properties }) => ({ id, d, a: subject, p: properties })),
    ),
    objects: documents.flatMap(({ statements }) =>
      statements.flatMap(({ id, object }) => (object === null ? [] : [{ id, b: object }])),
    ),
    edges: [...edges].map(([id, all]) => {
      const { properties, ...summary } = summarise(all);
      const { type, source, target } = all[0]!;
      return { id, type, a: source, b: target, p: { id, ...summary, ...properties } };
    }),
  };
}

/** Writes some documents in batches of 5,000 rows. */
export async function writeBare(driver: Driver, documents: readonly Prepared[]): Promise<void> {
  const rows = rowsOf(documents);
  for (const [name, statement] of Object.entries(STATEMENTS)) {
    const all = rows[name as keyof typeof STATEMENTS];
    for (let at = 0; at < all.length; at += ROWS) {
      const session = driver.session();
      await session.executeWrite((tx) => tx.run(statement, { rows: all.slice(at, at + ROWS) }));
      await session.close();
    }
  }
}

export const openBare = (uri: string, user: string, password: string): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
