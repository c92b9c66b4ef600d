import { once } from 'node:events';
import { defineCommand } from 'citty';
import { readConfig } from '../config.ts';
import { exportJsonLines } from '../export/json-lines.ts';
import { createLog } from '../log.ts';
import { run } from './run.ts';
import { withDatabase } from './with-database.ts';

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Write the graph as data to standard output' },
  args: {
    format: {
      type: 'enum',
      options: ['jsonl'],
      default: 'jsonl',
      description: 'nodes, mentions and relationships, one JSON object a line',
    },
    'all-modalities': {
      type: 'boolean',
      default: false,
      description: 'Also what documents plan, rumour or deny',
    },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      await withDatabase(config, createLog(config.LOG_LEVEL), async (database, signal) => {
        for await (const line of exportJsonLines(database, {
          allModalities: args['all-modalities'],
        })) {
          signal.throwIfAborted();
          if (process.stdout.errored) return; // nobody reads on, as after `| head`
          if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
        }
      });
    }),
});
