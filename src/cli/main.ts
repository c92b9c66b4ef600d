import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineCommand, runMain } from 'citty';
import { ROOT } from '../root.ts';
import { wrongOptionOf } from './options.ts';

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

/** Each command is imported when it is called, so that `--help` imports none. */
const main = defineCommand({
  meta: { name: 'entente', version, description: 'A knowledge graph of the ties between states' },
  subCommands: {
    start: async () => (await import('./serve/start.ts')).startCommand,
    serve: async () => (await import('./serve/serve.ts')).serveCommand,
    ingest: async () => (await import('./ingest.ts')).ingestCommand,
    export: async () => (await import('./export.ts')).exportCommand,
    evaluate: async () => (await import('./evaluate.ts')).evaluateCommand,
    migrate: async () => (await import('./database/migrate.ts')).migrateCommand,
    enqueue: async () => (await import('./write/enqueue.ts')).enqueueCommand,
    work: async () => (await import('./write/work.ts')).workCommand,
    queue: async () => (await import('./write/queue.ts')).queueCommand,
    resolve: async () => (await import('./write/resolve.ts')).resolveCommand,
    judge: async () => (await import('./write/judge.ts')).judgeCommand,
    remove: async () => (await import('./write/remove.ts')).removeCommand,
    forget: async () => (await import('./write/remove.ts')).forgetCommand,
    reconcile: async () => (await import('./write/reconcile.ts')).reconcileCommand,
    neo4j: async () => (await import('./database/neo4j.ts')).neo4jCommand,
  },
});

const wrong = await wrongOptionOf(main, process.argv.slice(2));
if (wrong === null) await runMain(main);
else {
  process.stderr.write(`error: ${wrong}\n`);
  process.exitCode = 1;
}
