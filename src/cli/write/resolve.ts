import { defineCommand } from 'citty';
import { readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { explain } from '../../ingest/merge/explain.ts';
import { resolveGraph } from '../../ingest/merge/resolve-graph.ts';
import { createLog } from '../../log.ts';
import { run } from '../run.ts';
import { withDatabase } from '../with-database.ts';

export const resolveCommand = defineCommand({
  meta: {
    name: 'resolve',
    description: 'Decide again which entities of all documents are one, or explain it of two',
  },
  args: {
    explain: {
      type: 'boolean',
      default: false,
      description: 'Only compare the two that are named',
    },
    a: { type: 'positional', required: false, description: 'An id; with --explain' },
    b: { type: 'positional', required: false, description: 'Another; with --explain' },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      const told = await withDatabase(
        config,
        createLog(config.LOG_LEVEL),
        async (database, signal) => {
          await migrate(database, { signal });
          if (args.explain) return explain(database, args.a, args.b);
          return JSON.stringify(await resolveGraph(database, { all: true, signal }), null, 2);
        },
      );
      process.stdout.write(`${told}\n`);
    }),
});
