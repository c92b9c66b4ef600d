import type { Database } from '../../src/db/database.ts';
import { toInteger } from '../../src/db/integer.ts';
import { foldText } from '../../src/model/ids.ts';

export interface Thing {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly [property: string]: unknown;
}

/** `[source, type, target, properties]`; each has one statement of one document. */
export type Tie = readonly [string, string, string, Readonly<Record<string, unknown>>?];

/** A graph that a test can be read against. */
export async function writeGraph(
  database: Database,
  things: readonly Thing[],
  ties: readonly Tie[],
): Promise<void> {
  await database.run(
    `MERGE (d:Document {id: 'document:small'})
     SET d += {source: 'small.txt', title: 'Small', text: 'x', language: 'en', publishedOn: '2025-11-01', ingestedAt: '2026-01-01T00:00:00.000Z'}
     WITH d UNWIND $things AS row CREATE (n:Entity:$(row.kind)) SET n = row.properties`,
    {
      things: things.map(({ kind, aliases = [], ...own }) => ({
        kind,
        properties: {
          externalIds: [],
          ...own,
          statementCount: toInteger(1),
          aliases,
          nameKey: foldText(own.name),
          aliasKeys: aliases.map(foldText),
          searchText: [own.name, ...aliases].flatMap((name) => [name, foldText(name)]).join('\n'),
        },
      })),
    },
  );
  await database.run(
    `MATCH (d:Document {id: 'document:small'})
     UNWIND $ties AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
     CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties
     CREATE (a)<-[:SUBJECT]-(:Statement {id: 'statement:' + row.properties.id, type: row.type, relationshipId: row.properties.id,
       quote: 'So it is said.', start: 0, end: 14, rawStart: 0, rawEnd: 14, confidence: row.properties.confidence, modality: row.properties.modality, publishedOn: row.properties.firstSeen,
       extractor: '1', recordedAt: '2026-01-01T00:00:00.000Z'})-[:OBJECT]->(b)`,
    {
      ties: ties.map(([source, type, target, own = {}], i) => ({
        source,
        type,
        target,
        properties: {
          id: `relationship:${i}`,
          confidence: 0.9,
          modality: 'asserted',
          statementCount: toInteger(1),
          documentCount: toInteger(1),
          sourceCount: toInteger(1),
          firstSeen: '2025-11-01',
          lastSeen: '2025-11-01',
          ...own,
        },
      })),
    },
  );
  await database.run(
    "MATCH (d:Document {id: 'document:small'}) MATCH (s:Statement) CREATE (s)-[:FROM]->(d)",
  );
  await database.run('CALL db.awaitIndexes(60)');
}
