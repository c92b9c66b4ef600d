import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import type { Database } from './database.ts';
import { CYPHER_FOLDER, splitStatements } from './query-file.ts';

export interface Migration {
  /** `schema`, or the file name without its ending, such as `0001-graph`. */
  readonly name: string;
  readonly text: string;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `schema.cypher` first, then `migrations/NNNN-name.cypher` in order. */
function readMigrations(folder = CYPHER_FOLDER): Migration[] {
  const migrations = path.join(folder, 'migrations');
  const files = readdirSync(migrations)
    .filter((file) => /^\d{4}-[\w-]+\.cypher$/.test(file))
    .sort();
  return [
    { name: 'schema', text: readFileSync(path.join(folder, 'schema.cypher'), 'utf8') },
    ...files.map((file) => ({
      name: path.basename(file, '.cypher'),
      text: readFileSync(path.join(migrations, file), 'utf8'),
    })),
  ];
}

/**
 * Brings the database to this program's schema. `schema.cypher` is run again whenever it has
 * changed (each statement is IF NOT EXISTS); every migration runs once.
 * @returns the names that were run, in order
 * @throws {SetupError} when a migration that has run was edited since, or the database knows a
 * migration that this program does not: it was made by a newer one
 */
export async function migrate(
  database: Database,
  migrations = readMigrations(),
): Promise<string[]> {
  await database.run(
    'CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE',
  );
  const rows = await database.run('MATCH (m:Migration) RETURN m.name AS name, m.hash AS hash');
  const done = new Map(rows.map((row) => [String(row.name), String(row.hash)]));
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of done.keys())
    if (!known.has(name))
      throw new SetupError(
        `the database has migration ${name}, which this version does not know; use the newer version that made it.`,
      );

  const ran: string[] = [];
  for (const { name, text } of migrations) {
    const hash = hashOf(text);
    if (done.get(name) === hash) continue;
    if (done.has(name) && name !== 'schema')
      throw new SetupError(
        `migration ${name} was edited after it had run; restore it and add a new one.`,
      );
    for (const statement of splitStatements(text)) await database.run(statement);
    await database.run('CALL db.awaitIndexes(120)');
    await database.run(
      'MERGE (m:Migration {name: $name}) SET m.hash = $hash, m.ranAt = datetime()',
      { name, hash },
    );
    ran.push(name);
  }
  return ran;
}
