import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineCommand, runMain } from 'citty';
import { ROOT } from '../root.ts';

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

/** Commands are read when they are called: `--help` needs none of them. */
const main = defineCommand({
  meta: { name: 'entente', version, description: 'A knowledge graph of the ties between states' },
  subCommands: {
    start: async () => (await import('./start.ts')).startCommand,
    serve: async () => (await import('./serve.ts')).serveCommand,
    ingest: async () => (await import('./ingest.ts')).ingestCommand,
    export: async () => (await import('./export.ts')).exportCommand,
    evaluate: async () => (await import('./evaluate.ts')).evaluateCommand,
    migrate: async () => (await import('./migrate.ts')).migrateCommand,
    neo4j: async () => (await import('./neo4j.ts')).neo4jCommand,
  },
});

await runMain(main);
