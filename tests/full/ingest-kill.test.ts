import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { exported } from '../export/exported.ts';
import { emptyDatabase, workerNeo4j } from '../helpers/neo4j.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXAMPLES = path.join(ROOT, 'examples/documents');
const KILLS = Number(process.env.INGEST_KILLS ?? 10);

function startIngest(): ChildProcess {
  const { uri, password } = workerNeo4j();
  return spawn(
    'node',
    [path.join(ROOT, 'bin/entente.js'), 'ingest', '--rejects', '/dev/null', EXAMPLES],
    {
      env: { ...process.env, NEO4J_URI: uri, NEO4J_PASSWORD: password, LOG_LEVEL: 'error' },
      stdio: 'ignore',
    },
  );
}

/** A fixed sequence, so that a failure can be repeated. */
function* pauses(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield 900 + (state / 2 ** 32) * 3_500;
  }
}

test(`killed ${KILLS} times at random and run again, ingest gives what one clean run gives, byte for byte`, async () => {
  const clean = await emptyDatabase();
  await ingest(clean, [EXAMPLES]);
  const wanted = await exported(clean);
  await clean.close();

  const database = await emptyDatabase();
  const pause = pauses(20251031);
  for (let kill = 0; kill < KILLS; kill++) {
    const child = startIngest();
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise((wake) => setTimeout(wake, pause.next().value!));
    child.kill('SIGKILL');
    await ended;
  }
  const report = await ingest(database, [EXAMPLES]);
  expect(report.rejected).toBe(0);
  expect(await exported(database)).toBe(wanted);
  await database.close();
});
