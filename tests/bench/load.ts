import type { Database } from '../../src/db/database.ts';
import { toInteger } from '../../src/db/integer.ts';
import { migrate } from '../../src/db/migrate.ts';
import { type BenchGraph, makeGraph, type Values } from './graph.ts';

const BATCH = 5_000;

const wire = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, v]) => [
      name,
      Number.isInteger(v) ? toInteger(v as number) : v,
    ]),
  );

async function inBatches<T>(
  database: Database,
  cypher: string,
  rows: readonly T[],
  toRow: (row: T) => Record<string, unknown>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH)
    await database.run(cypher, { rows: rows.slice(i, i + BATCH).map(toRow) });
}

async function write(database: Database, graph: BenchGraph): Promise<void> {
  for (const [kind, rows] of Object.entries(graph.entities))
    await inBatches(
      database,
      `UNWIND $rows AS row CREATE (n:Entity:${kind}) SET n = row.values`,
      rows,
      (values) => ({ values: wire(values) }),
    );
  for (const [type, rows] of Object.entries(graph.edges))
    await inBatches(
      database,
      `UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
CREATE (a)-[r:${type}]->(b) SET r = row.values`,
      rows,
      (edge) => ({ ...edge, values: wire(edge.values) }),
    );
  await inBatches(
    database,
    'UNWIND $rows AS row CREATE (d:Document) SET d = row.values',
    graph.documents,
    (values) => ({ values: wire(values) }),
  );
  await inBatches(
    database,
    `UNWIND $rows AS row MATCH (a:Entity {id: row.subject}) MATCH (b:Entity {id: row.object}) MATCH (d:Document {id: row.document})
CREATE (s:Statement) SET s = row.values
CREATE (s)-[:SUBJECT]->(a) CREATE (s)-[:OBJECT]->(b) CREATE (s)-[:FROM]->(d)`,
    graph.statements,
    (statement) => ({ ...statement, values: wire(statement.values) }),
  );
}

/** Raise it whenever the generator changes what it makes. */
const VERSION = 2;

/** Fills an empty database with the graph of this size; one that holds it already is left alone. */
export async function load(database: Database, size: number): Promise<void> {
  const mark = `${size} entities, version ${VERSION}`;
  const [found] = await database.run('MATCH (b:Benchmark) RETURN b.mark AS mark');
  if (found?.mark === mark) return;
  const [any] = await database.run(
    'MATCH (n) WHERE NOT n:Graph AND NOT n:Migration RETURN labels(n) AS labels LIMIT 1',
  );
  if (any)
    throw new Error(
      `the data folder of the benchmark holds something else (${any.labels}); remove it and run again.`,
    );
  await migrate(database);
  await write(database, makeGraph(size));
  await database.run('CREATE (:Benchmark {mark: $mark})', { mark });
  await database.run('CALL db.awaitIndexes(600)');
}
