import { defineCommand } from 'citty';
import { type Config, readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { createLog, type Log } from '../log.ts';
import { startServer } from '../server/server.ts';
import { run, untilStopped } from './run.ts';
import { type OpenedDatabase, openConfigured } from './with-database.ts';

function addresses(url: string, { browser, login }: OpenedDatabase, config: Config): string {
  const rows = [
    ['start page', url],
    ['GraphQL', `${url}graphql`],
    ...(config.ENTENTE_PROFILE === 'development' ? [['GraphiQL', `${url}graphiql`]] : []),
    ['saved queries', `${url}cypher`],
    ...(browser.url ? [['Neo4j Browser', browser.url]] : []),
    ['Bolt', browser.bolt],
    ...(login ? [['user, password', `${login.user}  ${login.password}`]] : []),
  ];
  return `\nEntente is ready.\n${rows.map(([name = '', value = '']) => `  ${name.padEnd(16)}${value}\n`).join('')}Ctrl-C stops it.\n\n`;
}

/** Serves until it is stopped. `prepare` runs between the migrations and the first request. */
export async function serveUntilStopped(
  config: Config,
  log: Log,
  prepare: (opened: OpenedDatabase) => Promise<void> = async () => {},
): Promise<void> {
  const stopped = untilStopped();
  const opened = await openConfigured(config, log);
  try {
    await migrate(opened.database);
    await prepare(opened);
    const server = await startServer({
      config,
      database: opened.database,
      log,
      browser: opened.browser,
    });
    process.stderr.write(addresses(server.url, opened, config));
    await stopped;
    process.stderr.write('stopping\n');
    await server.close();
  } finally {
    await opened.close();
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
