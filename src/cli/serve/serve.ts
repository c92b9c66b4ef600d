import { defineCommand } from 'citty';
import { type Config, readConfig } from '../../config.ts';
import { migrate } from '../../db/migrate.ts';
import { readerHere } from '../../ingest/extract/version.ts';
import { createLog, type Log } from '../../log.ts';
import { openDoor } from '../../server/door.ts';
import { startServer } from '../../server/server.ts';
import { run, type Stopping, stopping } from '../run.ts';
import { type OpenedDatabase, openConfigured } from '../with-database.ts';
import { addresses } from './addresses.ts';

/** Imported at the first request for metrics, because few servers have a queue. */
const queueOf = (config: Config) =>
  config.ENTENTE_QUEUE_URL
    ? async () => (await import('../../queue/watch.ts')).askQueue(config)
    : undefined;

type Prepare = (opened: OpenedDatabase, stop: Stopping) => Promise<void>;

/**
 * Serves until it is stopped. The port is opened first; `prepare` runs between the migrations and
 * the first request. A request to stop before that takes effect after the current step.
 */
export async function serveUntilStopped(
  config: Config,
  log: Log,
  prepare: Prepare = async () => {},
): Promise<void> {
  const stop = stopping();
  const { signal } = stop;
  const door = await openDoor(config);
  try {
    const opened = await openConfigured(config, log, signal);
    try {
      await migrate(opened.database, { signal });
      await prepare(opened, stop);
      const { database, browser, supervisor } = opened;
      const parts = { config, database, log, browser, door, signal, queue: queueOf(config) };
      const reader = readerHere();
      const server = await startServer({ ...parts, reader, ...(supervisor ? { supervisor } : {}) });
      if (!signal.aborted) process.stderr.write(addresses(server.url, opened, config));
      await stop.stopped;
      process.stderr.write('stopping\n');
      await server.close();
    } finally {
      await opened.close();
    }
  } finally {
    await door.close();
    stop.release();
  }
}

export const serveCommand = defineCommand({
  meta: { name: 'serve', description: 'Serve the graph over GraphQL' },
  run: () =>
    run(async () => {
      const config = readConfig();
      await serveUntilStopped(config, createLog(config.LOG_LEVEL));
    }),
});
