import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/db/database.ts';
import { migrate } from '../../../src/db/migrate.ts';
import type { Embedded } from '../../../src/embedded/instance.ts';
import { readAll } from '../../../src/ingest/readers/read.ts';
import { askQueue } from '../../../src/queue/watch.ts';
import { testRedis } from '../../full/write/queue-parts.ts';
import { run, runProgram } from '../../helpers/program.ts';
import { emptied } from './neo4j.ts';

export interface WorkersMeasured {
  readonly workers: number;
  readonly perSecond: number;
}

const LOOK_MS = 200;

/** Copies the first documents of a file. @returns how many there are */
async function firstOf(file: string, into: string, most: number): Promise<number> {
  const lines: string[] = [];
  for await (const item of readAll([file])) {
    if (!('document' in item)) continue;
    const { raw, publishedOn } = item.document;
    lines.push(JSON.stringify({ id: `w${lines.length}`, text: raw, publishedOn }));
    if (lines.length === most) break;
  }
  writeFileSync(into, lines.join('\n'));
  return lines.length;
}

/** From the first document that is done in a stage to the last that is written. */
async function rateOf(url: string, documents: number): Promise<number> {
  let first = 0;
  for (;;) {
    const stages = await askQueue({ ENTENTE_QUEUE_URL: url });
    const left = (stages ?? []).map(({ waiting, active, delayed }) => waiting + active + delayed);
    if (first === 0 && left[0]! < documents) first = performance.now();
    if (stages && left.every((count) => count === 0))
      return (documents * 1_000) / (performance.now() - first);
    await sleep(LOOK_MS);
  }
}

/**
 * Documents a second that are read and written by some workers with one thread each and one writer,
 * programs of their own, over a Redis of their own.
 */
export async function measureWorkers(
  neo4j: Embedded,
  file: string,
  most: number,
  counts: readonly number[],
): Promise<WorkersMeasured[]> {
  const database = openDatabase(neo4j);
  const redis = await testRedis();
  const measured: WorkersMeasured[] = [];
  try {
    await redis.start();
    await migrate(database);
    const documents = path.join(redis.folder, 'documents.jsonl');
    const count = await firstOf(file, documents, most);
    for (const workers of counts) {
      await emptied(database);
      const env = {
        NEO4J_URI: neo4j.uri,
        NEO4J_PASSWORD: neo4j.password,
        ENTENTE_QUEUE_URL: redis.url,
        ENTENTE_SPOOL: path.join(redis.folder, `spool-${workers}`),
      };
      await run(['enqueue', documents], redis.folder, env);
      const roles = [...Array<string>(workers).fill('extract'), 'write'];
      const programs = roles.map((role) =>
        runProgram(['work', '--role', role, '--jobs', '1', '--batch', '100'], redis.folder, env),
      );
      const perSecond = await rateOf(redis.url, count);
      for (const { child } of programs) child.kill('SIGTERM');
      await Promise.all(programs.map(({ ended }) => ended));
      measured.push({ workers, perSecond });
      console.error(`${workers} workers: ${perSecond.toFixed(1)} documents a second`);
    }
    return measured;
  } finally {
    await database.close();
    await redis.remove();
  }
}
