import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import {
  isAlive,
  newHome,
  type Program,
  pidOf,
  query,
  readyAt,
  run,
  runProgram,
  until,
} from '../helpers/program.ts';

/** A disk of its own that can be filled; only root may mount one. */
function mounted(): string | null {
  const disk = newHome('disk');
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', disk]);
  if (status === 0) return disk;
  rmSync(disk, { recursive: true, force: true });
  return null;
}
function unmount(disk: string): void {
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
}

const probe = mounted();
if (probe !== null) unmount(probe);
/** How often each of the four ways is tried; without it two of them are, once. */
const RUNS = Number(process.env.DISK_FULL_RUNS ?? 0);

let disk: string | null = null;
let server: Program | undefined;
afterEach(async () => {
  if (server?.child.exitCode === null) {
    server.child.kill('SIGKILL');
    await server.ended;
  }
  server = undefined;
  if (disk !== null) unmount(disk);
  disk = null;
});

const STATES = ['Norway', 'Japan', 'Kenya', 'Brazil', 'Chile', 'Poland', 'Egypt', 'Peru'];

/** Short articles; many of them take longer to read than a disk takes to fill. */
function documents(name: string, year: number, count: number): string {
  const folder = path.join(newHome('documents'), name);
  mkdirSync(folder);
  for (let number = 0; number < count; number++) {
    const [one, two] = [STATES[number % 8], STATES[(number + 1 + ((number >> 3) % 7)) % 8]];
    writeFileSync(
      path.join(folder, `${name}-${number}.txt`),
      `On ${(number % 28) + 1} March ${year}, ${one} and ${two} signed a treaty on defence training.\n`,
    );
  }
  return folder;
}

const fill = () =>
  spawnSync('dd', ['if=/dev/zero', `of=${disk}/ballast`, 'bs=1M'], { stdio: 'ignore' });
const makeRoom = () => rmSync(`${disk}/ballast`, { force: true });
const FIRST = probe === null ? '' : documents('first', 2024, 4);
const MORE = probe === null ? '' : documents('more', 2025, 300);
afterAll(() => {
  for (const folder of [FIRST, MORE])
    rmSync(path.dirname(folder), { recursive: true, force: true });
});

const home = () => path.join(disk!, 'home');
const ingest = (folder: string) => run(['ingest', '--rejects', '/dev/null', folder], home());
async function exported(): Promise<string[]> {
  const { code, stdout } = await run(['export'], home());
  expect(code).toBe(0);
  return stdout.trim().split('\n');
}

async function documentsAt(url: string): Promise<number> {
  const { documents: found } = await query<{ documents: { totalCount: number } }>(
    url,
    '{ documents(first: 1) { totalCount } }',
  );
  return found.totalCount;
}

let clean: string[] | undefined;
/** What one run on a disk with room gives; asked for once. */
async function wanted(): Promise<string[]> {
  if (clean) return clean;
  unmount(disk!);
  disk = mounted();
  server = runProgram(['serve'], home());
  await readyAt(server);
  for (const folder of [FIRST, MORE])
    expect(await ingest(folder)).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching(/^error/m),
    });
  clean = await exported();
  await end('SIGTERM');
  return clean;
}

async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const pid = pidOf(home());
  server!.child.kill(signal);
  if (signal === 'SIGKILL') process.kill(pid, 'SIGKILL');
  await server!.ended;
  await until('Neo4j has gone', () => !isAlive(pid));
}

const cases = (['SIGTERM', 'SIGKILL'] as const).flatMap((signal) =>
  (['before an ingest', 'during an ingest'] as const).map((when) => ({ signal, when })),
);

const tried =
  RUNS > 0 ? Array.from({ length: RUNS }, () => cases).flat() : [cases[0]!, cases.at(-1)!];

test.skipIf(probe === null).each(tried)(
  'a disk that fills $when loses nothing: one line and exit code 1, stopped by $signal, and all is there and goes on',
  async ({ signal, when }) => {
    disk = mounted();
    server = runProgram(['serve'], home());
    const url = await readyAt(server);
    expect(await ingest(FIRST)).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching(/^error/m),
    });
    const before = await exported();
    expect(before.length).toBeGreaterThan(8);

    const start = performance.now();
    let filled = start;
    if (when === 'before an ingest') fill();
    const reading = runProgram(['ingest', '--rejects', '/dev/null', MORE], home());
    if (when === 'during an ingest') {
      await until('it reads', async () => (await documentsAt(url)) > 8, 300_000);
      fill();
      filled = performance.now();
    }
    expect(await reading.ended).toBe(1);
    expect(performance.now() - filled).toBeLessThan(60_000);
    const lines = reading
      .stderr()
      .split('\n')
      .filter((line) => /^error/.test(line));
    expect(lines).toEqual([
      expect.stringMatching(/^error: the disk is full: \d+ MB free for .*; make room there/),
    ]);
    await until('the server tells it', () => /the disk is full/.test(server!.stderr()));
    await end(signal);
    // On a full disk nothing is begun.
    const refused = await run(['serve'], home());
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^error: the disk is full: /m),
    ]);

    makeRoom();
    server = runProgram(['serve'], home());
    await readyAt(server);
    const after = new Set(await exported());
    expect(before.filter((line) => !after.has(line))).toEqual([]);
    expect(await ingest(MORE)).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching(/^error/m),
    });
    const whole = await exported();
    await end('SIGTERM');
    expect(readFileSync(path.join(home(), 'neo4j/logs/debug.log'), 'utf8')).not.toMatch(
      /recovery not possible/,
    );

    expect(whole).toEqual(await wanted());
  },
);

test.skipIf(probe === null)(
  'a server whose disk was full writes again by itself when there is room',
  async () => {
    disk = mounted();
    server = runProgram(['serve'], home());
    const url = await readyAt(server);
    fill();
    await until('the server tells it', () => /the disk is full/.test(server!.stderr()));
    // Writes straight into the database, past the look at the disk, until one fails.
    const { openDatabase } = await import('../../src/db/database.ts');
    const { findEmbedded } = await import('../../src/embedded/instance.ts');
    const { readConfig } = await import('../../src/config.ts');
    const database = openDatabase({ ...findEmbedded(readConfig({ ENTENTE_HOME: home() }))! });
    const write = () =>
      database.run('CREATE (:Filler {text: $text})', { text: 'x'.repeat(50_000) });
    let failed = false;
    for (let tries = 0; tries < 3_000 && !failed; tries++)
      failed = await write().then(
        () => false,
        () => true,
      );
    expect(failed).toBe(true);
    makeRoom();
    await until(
      'it writes again',
      () =>
        write().then(
          () => true,
          () => false,
        ),
      200_000,
    );
    await database.run('MATCH (f:Filler) DETACH DELETE f');
    await database.close();
    await until('it is ready', async () => (await fetch(`${url}health/ready`)).ok);
    expect(await ingest(FIRST)).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching(/^error/m),
    });
    await end('SIGTERM');
  },
);
