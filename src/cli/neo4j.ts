import { defineCommand } from 'citty';
import { type Config, readConfig } from '../config.ts';
import {
  type Embedded,
  findEmbedded,
  startDetached,
  startSupervised,
  stopDetached,
} from '../embedded/instance.ts';
import { createLog } from '../log.ts';
import { jarsProgress } from './progress.ts';
import { run, untilStopped } from './run.ts';

function shown({ uri, browserUrl, user, password, pid }: Embedded): string {
  return `Bolt            ${uri}\nNeo4j Browser   ${browserUrl}\nuser, password  ${user}  ${password}\nprocess         ${pid}\n`;
}

function subcommand(name: string, description: string, work: (config: Config) => Promise<void>) {
  return defineCommand({ meta: { name, description }, run: () => run(() => work(readConfig())) });
}

const start = subcommand('start', 'Start it in the background', async (config) => {
  process.stdout.write(
    shown(await startDetached(config, createLog(config.LOG_LEVEL), { onProgress: jarsProgress() })),
  );
});

const stop = subcommand('stop', 'Stop the one in the background', async (config) => {
  process.stdout.write((await stopDetached(config)) ? 'stopped\n' : 'it is not running\n');
});

const status = subcommand('status', 'Tell whether it runs, and where', async (config) => {
  const found = findEmbedded(config);
  process.stdout.write(
    found
      ? `${shown(found)}version         ${found.version}\nsince           ${found.startedAt}\n`
      : 'it is not running\n',
  );
});

const console = subcommand('console', 'Run it here until Ctrl-C', async (config) => {
  const stopped = untilStopped();
  const running = await startSupervised(config, createLog(config.LOG_LEVEL), {
    onProgress: jarsProgress(),
  });
  process.stdout.write(shown(running));
  await stopped;
  await running.stop();
});

export const neo4jCommand = defineCommand({
  meta: { name: 'neo4j', description: 'The embedded Neo4j' },
  subCommands: { start, stop, status, console },
});
