import { defineCommand } from 'citty';
import { readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { createLog } from '../../log.ts';
import { run } from '../run.ts';
import { withDatabase } from '../with-database.ts';

export const migrateCommand = defineCommand({
  meta: {
    name: 'migrate',
    description: 'Bring the database to this version: constraints, indexes, migrations',
  },
  run: () =>
    run(async () => {
      const config = readConfig();
      const ran = await withDatabase(config, createLog(config.LOG_LEVEL), (database, signal) =>
        migrate(database, { signal }),
      );
      process.stderr.write(ran.length > 0 ? `ran ${ran.join(', ')}\n` : 'nothing to do\n');
    }),
});
