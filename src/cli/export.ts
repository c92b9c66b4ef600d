import { once } from 'node:events';
import { defineCommand } from 'citty';
import { readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { ConfigError } from '../errors.ts';
import { csvTables } from '../export/csv.ts';
import { type FileText, writeFiles } from '../export/files.ts';
import { followTheMoney } from '../export/follow-the-money.ts';
import { ExportedGraph, type ExportOptions } from '../export/graph.ts';
import { graphml } from '../export/graphml.ts';
import { exportJsonLines } from '../export/json-lines.ts';
import { neo4jAdminTables } from '../export/neo4j-admin.ts';
import { createLog } from '../log.ts';
import { isFuzzyDate } from '../model/dates.ts';
import { type EntityKind, KIND_NAMES } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import { run } from './run.ts';
import { withDatabase } from './with-database.ts';

async function* lines(database: Database, options: ExportOptions): AsyncGenerator<string> {
  for await (const line of exportJsonLines(database, options)) yield `${line}\n`;
}

type Write<T> = (database: Database, options: ExportOptions) => AsyncGenerator<T>;

/** Formats of one text, written to stdout. */
const TEXTS = new Map<string, Write<string>>([
  ['jsonl', lines],
  ['graphml', (database, options) => graphml(new ExportedGraph(database, options))],
  ['ftm', (database, options) => followTheMoney(new ExportedGraph(database, options))],
]);

/** Formats of several files, written to a folder. */
const TABLES = new Map<string, Write<FileText>>([
  ['csv', (database, options) => csvTables(new ExportedGraph(database, options))],
  ['neo4j-admin', (database) => neo4jAdminTables(database)],
]);

const HOPS_MAX = 4;

/** @throws {ConfigError} naming a value of the comma-separated list that is unknown */
function listOf<T extends string>(
  option: string,
  given: string | undefined,
  all: readonly T[],
): T[] | undefined {
  if (given === undefined) return undefined;
  return given.split(',').map((name) => {
    const found = all.find((one) => one === name.trim());
    if (found) return found;
    throw new ConfigError(`${option} has no "${name}"; it takes ${all.join(', ')}.`);
  });
}

function dateOf(option: string, given: string | undefined): string | undefined {
  if (given !== undefined && !isFuzzyDate(given))
    throw new ConfigError(
      `${option} "${given}" is no date; write it as 2025-10-31, 2025-10 or 2025.`,
    );
  return given;
}

function numberOf(option: string, given: string | undefined, most: number): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!(number >= 0 && number <= most))
    throw new ConfigError(`${option} is "${given}"; it must be 0 to ${most}.`);
  return number;
}

interface Arguments {
  readonly format: string;
  readonly 'all-modalities': boolean;
  readonly around?: string;
  readonly hops: string;
  readonly kinds?: string;
  readonly types?: string;
  readonly since?: string;
  readonly until?: string;
  readonly confidence?: string;
}

function optionsOf(args: Arguments): ExportOptions {
  const hops = numberOf('--hops', args.hops, HOPS_MAX)!;
  const given = {
    around: args.around === undefined ? undefined : { id: args.around, hops },
    kinds: listOf<EntityKind>('--kinds', args.kinds, KIND_NAMES),
    types: listOf<RelationshipType>('--types', args.types, RELATIONSHIP_TYPES),
    since: dateOf('--since', args.since),
    until: dateOf('--until', args.until),
    confidence: numberOf('--confidence', args.confidence, 1),
  };
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  if (chosen.length > 0 && args.format === 'neo4j-admin')
    throw new ConfigError(`--format neo4j-admin is the whole graph; leave out --${chosen[0]![0]}.`);
  return { ...Object.fromEntries(chosen), allModalities: args['all-modalities'] };
}

async function toStdout(texts: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  for await (const text of texts) {
    signal.throwIfAborted();
    if (process.stdout.errored) return; // nobody reads on, as after `| head`
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Write the graph, or a part of it, as data' },
  args: {
    format: {
      type: 'enum',
      options: [...TEXTS.keys(), ...TABLES.keys()],
      default: 'jsonl',
      description:
        'jsonl, graphml and ftm (FollowTheMoney) to standard output; csv and neo4j-admin into a folder',
    },
    out: { type: 'string', description: 'Folder for the files of csv and neo4j-admin' },
    'all-modalities': {
      type: 'boolean',
      default: false,
      description: 'Also what documents plan, rumour or deny',
    },
    around: { type: 'string', description: 'Only what is near the entity of this id' },
    hops: { type: 'string', default: '1', description: `How near: 0 to ${HOPS_MAX} relationships` },
    kinds: { type: 'string', description: 'Only entities of these kinds: Person,Country' },
    types: { type: 'string', description: 'Only relationships of these types: SIGNED,SOLD_TO' },
    since: { type: 'string', description: 'Only what a document said on this day or later' },
    until: { type: 'string', description: 'Only what a document said on this day or earlier' },
    confidence: { type: 'string', description: 'Only relationships as sure as this, 0 to 1' },
  },
  run: ({ args }) =>
    run(async () => {
      const options = optionsOf(args as Arguments);
      const [text, tables] = [TEXTS.get(args.format), TABLES.get(args.format)];
      if (tables && !args.out)
        throw new ConfigError(
          `--format ${args.format} is several files; name a folder with --out.`,
        );
      const config = readConfig();
      await withDatabase(config, createLog(config.LOG_LEVEL), async (database, signal) => {
        // Pages are read by indexes that an older version had not created.
        await migrate(database, { signal });
        if (tables) await writeFiles(args.out!, tables(database, options));
        else if (text) await toStdout(text(database, options), signal);
      });
    }),
});
