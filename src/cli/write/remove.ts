import { defineCommand } from 'citty';
import { readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { removeDocument } from '../../ingest/removal/remove.ts';
import { createLog } from '../../log.ts';
import { run } from '../run.ts';
import { withDatabase } from '../with-database.ts';

const command = (name: 'remove' | 'forget', description: string) =>
  defineCommand({
    meta: { name, description },
    args: {
      document: {
        type: 'positional',
        required: true,
        description:
          'The id of a document, or its source: the file name or address it was read from',
      },
    },
    run: ({ args }) =>
      run(async () => {
        const config = readConfig();
        const removed = await withDatabase(
          config,
          createLog(config.LOG_LEVEL),
          async (database, signal) => {
            await migrate(database, { signal });
            return removeDocument(database, args.document, { forget: name === 'forget' });
          },
        );
        process.stdout.write(`${JSON.stringify(removed, null, 2)}\n`);
      }),
  });

export const removeCommand = command(
  'remove',
  'Take a document out; what the graph said until now can be asked again',
);
export const forgetCommand = command(
  'forget',
  'Delete a document with all that only it ever said, and keep only that it was deleted',
);
