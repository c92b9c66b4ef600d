import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { type Config, readConfig } from '../../config.ts';
import { connect } from '../../db/connect.ts';
import { openDatabase } from '../../db/database.ts';
import { fingerprint } from '../../db/fingerprint.ts';
import { backup, type Proof, proofFile, restore } from '../../embedded/backup.ts';
import type { Embedded } from '../../embedded/instance.ts';
import { ConfigError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { run, stopping } from '../run.ts';
import { checkWritable } from '../writable.ts';

const PATIENCE_MS = 60_000;

/** @throws {ConfigError} when the database is not the embedded one, whose files are not here */
function embeddedOnly(config: Config): void {
  if (config.NEO4J_URI)
    throw new ConfigError(
      'NEO4J_URI is set: a Neo4j of your own is backed up with its own tools, see docs/operations.md.',
    );
}

async function prove({ uri, user, password }: Embedded): Promise<Proof> {
  const database = openDatabase({ uri, user, password });
  try {
    await connect(database, { uri, configured: false, patienceMs: PATIENCE_MS });
  } finally {
    await database.close();
  }
  return fingerprint({ uri, user, password });
}

const told = ({ nodes, relationships, hash }: Proof) =>
  `nodes           ${nodes}\nrelationships   ${relationships}\nfingerprint     ${hash}\n`;

export const backupCommand = defineCommand({
  meta: { name: 'backup', description: 'Copy the graph into a file, with what proves the copy' },
  args: {
    file: { type: 'positional', required: true, description: 'File to write' },
    force: { type: 'boolean', default: false, description: 'Also when the file is there already' },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      embeddedOnly(config);
      checkWritable('FILE', args.file);
      if (existsSync(args.file) && !args.force)
        throw new ConfigError(`${args.file} is there already; name another, or give --force.`);
      const { signal, release } = stopping();
      const proof = await backup(args.file, config, createLog(config.LOG_LEVEL), prove, signal);
      release();
      process.stdout.write(
        `backup          ${args.file}\nproved by       ${proofFile(args.file)}\n${told(proof)}`,
      );
    }),
});

export const restoreCommand = defineCommand({
  meta: { name: 'restore', description: 'Replace the graph by a backup, and prove the copy' },
  args: {
    file: { type: 'positional', required: true, description: 'File that `backup` has written' },
    force: { type: 'boolean', default: false, description: 'Also when the database is not empty' },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      embeddedOnly(config);
      const { signal, release } = stopping();
      const options = { force: args.force, signal };
      const log = createLog(config.LOG_LEVEL);
      const { proof, proved } = await restore(args.file, options, config, log, prove);
      release();
      process.stdout.write(
        `restored        ${args.file}\n${told(proof)}proved          ${
          proved ? 'yes, the same fingerprint' : `no, there is no ${proofFile(args.file)}`
        }\n`,
      );
    }),
});
