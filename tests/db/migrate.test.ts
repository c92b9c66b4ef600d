import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { testDatabase } from '../helpers/neo4j.ts';

const PROGRAMS = 3;
/** Fifty statements that change the schema, on a machine that may be busy. */
const LONG_MS = 120_000;

let database: Database;
beforeAll(() => {
  database = testDatabase();
});
afterAll(async () => {
  await migrate(database);
  await database.close();
}, LONG_MS);

/** As a new database: no nodes, constraints or indexes, but the look-up indexes that Neo4j makes. */
async function asNew(): Promise<void> {
  await database.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  for (const { name } of await database.run('SHOW CONSTRAINTS YIELD name'))
    await database.run(`DROP CONSTRAINT ${name}`);
  for (const { name } of await database.run(
    "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name",
  ))
    await database.run(`DROP INDEX ${name}`);
}

test(
  `${PROGRAMS} programs that start at once on an empty database all come to one schema`,
  async () => {
    await asNew();
    const programs = Array.from({ length: PROGRAMS }, () => testDatabase());
    const ran = await Promise.all(programs.map((each) => migrate(each)));
    await Promise.all(programs.map((each) => each.close()));
    expect(ran.filter((names) => names.length > 0)).toEqual([
      ['schema', '0001-graph', '0002-folded-quotes', ...ran.flat().slice(3)],
    ]);
    const rows = await database.run(
      "SHOW INDEXES YIELD state RETURN count(*) AS indexes, count(CASE state WHEN 'ONLINE' THEN 1 END) AS online",
    );
    expect(rows[0]!.indexes).toBe(rows[0]!.online);
    expect(await database.run('MATCH (l:MigrationLock) RETURN l')).toEqual([]);
    expect(await migrate(database)).toEqual([]);
  },
  LONG_MS,
);

test('a lock that a killed program left behind is taken over when its time is over', async () => {
  await database.run("MATCH (m:Migration {name: 'schema'}) SET m.hash = 'older'");
  await database.run(
    "MERGE (l:MigrationLock {id: 'lock'}) SET l.holder = 'killed', l.until = timestamp() + 1500",
  );
  const start = performance.now();
  expect(await migrate(database)).toEqual(['schema']);
  expect(performance.now() - start).toBeGreaterThan(1_000);
});

test(
  'an edited migration, and one of a newer version, are refused by name',
  async () => {
    const migrations = [{ name: '9001-test', text: 'RETURN 1;' }];
    await expect(migrate(database, { migrations })).rejects.toThrow(
      /the database has migration .*, which this version does not know/,
    );
    await asNew();
    expect(await migrate(database, { migrations })).toEqual(['9001-test']);
    await expect(
      migrate(database, { migrations: [{ name: '9001-test', text: 'RETURN 2;' }] }),
    ).rejects.toThrow(/9001-test was edited after it had run/);
    await asNew();
  },
  LONG_MS,
);
