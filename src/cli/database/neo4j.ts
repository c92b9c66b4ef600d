import { defineCommand } from 'citty';
import { type Config, readConfig } from '../../config.ts';
import { homeOf, passwordOf } from '../../embedded/home.ts';
import {
  type Embedded,
  findEmbedded,
  startDetached,
  startSupervised,
  stopDetached,
} from '../../embedded/instance.ts';
import { ConfigError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { jarsProgress } from '../progress.ts';
import { run, stopping } from '../run.ts';
import { backupCommand, restoreCommand } from './backup.ts';

/** The password is not printed, because the output of a start often ends in journals. */
function shown({ uri, browserUrl, user, pid }: Embedded): string {
  return `Bolt            ${uri}\nNeo4j Browser   ${browserUrl}\nuser, password  ${user}, shown by: entente neo4j status --password\nprocess         ${pid}\n`;
}

function subcommand(name: string, description: string, work: (config: Config) => Promise<void>) {
  return defineCommand({ meta: { name, description }, run: () => run(() => work(readConfig())) });
}

const start = subcommand('start', 'Start it in the background', async (config) => {
  const { signal, release } = stopping();
  const options = { onProgress: jarsProgress(), signal };
  process.stdout.write(shown(await startDetached(config, createLog(config.LOG_LEVEL), options)));
  release();
});

const stop = subcommand('stop', 'Stop the one in the background', async (config) => {
  process.stdout.write((await stopDetached(config)) ? 'stopped\n' : 'it is not running\n');
});

/** @throws {ConfigError} when the output is no terminal, and might be recorded */
function tellPassword(config: Config): void {
  const home = homeOf(config.ENTENTE_HOME);
  if (!process.stdout.isTTY)
    throw new ConfigError(
      `the password is shown on a terminal only; a script reads it from ${home.passwordFile}.`,
    );
  process.stdout.write(`user, password  neo4j  ${passwordOf(home)}\n`);
}

const status = defineCommand({
  meta: { name: 'status', description: 'Tell whether it runs, and where' },
  args: {
    password: {
      type: 'boolean',
      default: false,
      description: 'Also its password, on a terminal only',
    },
  },
  run: ({ args }) =>
    run(async () => {
      const config = readConfig();
      const found = findEmbedded(config);
      process.stdout.write(
        found
          ? `${shown(found)}version         ${found.version}\nsince           ${found.startedAt}\n`
          : 'it is not running\n',
      );
      if (args.password) tellPassword(config);
    }),
});

const console = subcommand('console', 'Run it here until Ctrl-C', async (config) => {
  const { signal, stopped } = stopping();
  const options = { onProgress: jarsProgress(), signal };
  const running = await startSupervised(config, createLog(config.LOG_LEVEL), options);
  process.stdout.write(shown(running));
  await stopped;
  await running.stop();
});

export const neo4jCommand = defineCommand({
  meta: { name: 'neo4j', description: 'The embedded Neo4j' },
  subCommands: {
    start,
    stop,
    status,
    console,
    backup: backupCommand,
    restore: restoreCommand,
  },
});
