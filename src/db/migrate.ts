import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../errors.ts';
import type { Database } from './database.ts';
import { alone, patiently } from './migration-lock.ts';
import { CYPHER_FOLDER, splitStatements } from './query-file.ts';

export interface Migration {
  /** `schema`, or the file name without its ending, such as `0001-graph`. */
  readonly name: string;
  readonly text: string;
}

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** Stops the work between two statements. */
  readonly signal?: AbortSignal | undefined;
}

type Run = Database['run'];

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Reads `schema.cypher`, then `migrations/NNNN-name.cypher` in order. */
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
 * The migrations that the database lacks.
 * @throws {SetupError} see {@link migrate}
 */
async function missing(run: Run, migrations: readonly Migration[]): Promise<Migration[]> {
  const rows = await run('MATCH (m:Migration) RETURN m.name AS name, m.hash AS hash');
  const done = new Map(rows.map((row) => [String(row.name), String(row.hash)]));
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of done.keys())
    if (!known.has(name))
      throw new SetupError(
        `the database has migration ${name}, which this version does not know; use the newer version that made it.`,
      );
  return migrations.filter(({ name, text }) => {
    const hash = done.get(name);
    if (hash !== undefined && hash !== hashOf(text) && name !== 'schema')
      throw new SetupError(
        `migration ${name} was edited after it had run; restore it and add a new one.`,
      );
    return hash !== hashOf(text);
  });
}

const INDEXES =
  "SHOW INDEXES YIELD name, state, populationPercent WHERE state <> 'ONLINE' RETURN name, state, populationPercent AS percent";
const LOOK_AGAIN_MS = 250;
/** An index without progress for this long has failed. */
const STANDSTILL_MS = 300_000;

/** Waits until every index is filled, as long as they make progress. */
async function awaitIndexes(run: Run, signal?: AbortSignal): Promise<void> {
  let [last, since] = ['', performance.now()];
  for (;;) {
    const rows = await run(INDEXES);
    if (rows.length === 0) return;
    const failed = rows.find(({ state }) => state === 'FAILED');
    const now = JSON.stringify(rows);
    if (now !== last) [last, since] = [now, performance.now()];
    if (failed || performance.now() - since > STANDSTILL_MS)
      throw new SetupError(
        `index ${(failed ?? rows[0]!).name} could not be filled; drop it in Neo4j (DROP INDEX ${(failed ?? rows[0]!).name}) and run \`entente migrate\` again.`,
      );
    await sleep(LOOK_AGAIN_MS, undefined, { signal });
  }
}

/**
 * Brings the database to this program's schema. `schema.cypher` runs again whenever it has changed
 * (each statement is IF NOT EXISTS); every migration runs once. Several programs may call this at
 * once: one works, the others wait for it.
 * @returns the names that were run, in order
 * @throws {SetupError} when a migration that has run was edited since, or the database has a
 *   migration of a newer program
 */
export async function migrate(
  database: Database,
  { migrations = readMigrations(), signal }: MigrateOptions = {},
): Promise<string[]> {
  const run = patiently(database.run, signal);
  if ((await missing(run, migrations)).length === 0) return [];
  return alone(
    run,
    async () => {
      const ran: string[] = [];
      await run(
        'CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE',
      );
      for (const { name, text } of await missing(run, migrations)) {
        for (const statement of splitStatements(text)) await run(statement);
        await awaitIndexes(run, signal);
        await run('MERGE (m:Migration {name: $name}) SET m.hash = $hash, m.ranAt = datetime()', {
          name,
          hash: hashOf(text),
        });
        ran.push(name);
      }
      return ran;
    },
    signal,
  );
}
