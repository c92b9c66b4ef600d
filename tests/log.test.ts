import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logOptions } from '../src/log.ts';
import { limitBursts } from '../src/log-burst.ts';

function lineLog(hooks = {}) {
  const lines: string[] = [];
  const log = pino(
    { ...logOptions('info'), ...hooks },
    { write: (line: string) => void lines.push(line) },
  );
  return { log, lines };
}

test('a line is bounded, however long its message, its error and its causes are', () => {
  const { log, lines } = lineLog();
  const long = 'x'.repeat(1_000_000);
  const error = new Error(long, { cause: new Error(long, { cause: new Error(long) }) });
  log.error({ err: error, requestId: 'r1', path: long }, long);
  log.warn(long);
  for (const line of lines) expect(line.length).toBeLessThan(20_000);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    requestId: 'r1',
    err: { message: expect.stringContaining('(998000 more characters)') },
  });
});

test('an error is logged without what libraries attach to it, and without credentials', () => {
  const { log, lines } = lineLog();
  const error = Object.assign(new Error('no way to neo4j://reader:s3cret@db.example:7687'), {
    code: 'E1',
    source: { body: '{ theQuery }' },
    params: ['their value'],
  });
  log.error({ err: error }, 'a request failed');
  expect(lines[0]).toContain('db.example');
  expect(lines[0]).toContain('"code":"E1"');
  expect(lines[0]).toMatch(/at .*log\.test\.ts/);
  for (const secret of ['s3cret', 'theQuery', 'their value'])
    expect(lines[0]).not.toContain(secret);
});

test('of equal lines the first are written, the rest counted, and others go on', async () => {
  const { log, lines } = lineLog({ hooks: { logMethod: limitBursts(5, 1_500) } });
  const fail = (code: string) =>
    log.error({ err: Object.assign(new Error(`${code} of ${Math.random()}`), { code }) }, 'failed');
  for (let i = 0; i < 1_000; i++) fail('A');
  fail('B');
  log.error('something else');
  for (const name of ['one.txt', 'two.txt']) log.warn(`${name} cannot be read`);
  expect(lines.length).toBe(5 + 4);
  await sleep(2_000);
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({
    level: 50,
    leftOut: 995,
    msg: '995 more lines were left out: failed',
  });
  fail('A');
  expect(lines.length).toBe(11);
});

test('kinds of lines without number take no memory without number', () => {
  const { log, lines } = lineLog({ hooks: { logMethod: limitBursts(1, 60_000) } });
  for (let i = 0; i < 2_000; i++) log.error(`file ${i} cannot be read`);
  expect(lines.length).toBe(2_000);
});
