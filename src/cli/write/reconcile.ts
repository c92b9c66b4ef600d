import { defineCommand } from 'citty';
import { readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { reconcile, wrongIn } from '../../ingest/reconcile/reconcile.ts';
import { createLog } from '../../log.ts';
import { run } from '../run.ts';
import { withDatabase } from '../with-database.ts';

/** Exit code when summaries differ from what their statements give. */
const WRONG = 3;

export const reconcileCommand = defineCommand({
  meta: {
    name: 'reconcile',
    description: 'Compare every summary of the graph with the statements behind it',
  },
  args: {
    fix: {
      type: 'boolean',
      default: false,
      description: 'Write what is wrong as its statements make it',
    },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      const found = await withDatabase(
        config,
        createLog(config.LOG_LEVEL),
        async (database, signal) => {
          await migrate(database, { signal });
          return reconcile(database, { fix: args.fix, signal });
        },
      );
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      if (wrongIn(found) > 0) process.exitCode = WRONG;
    }),
});
