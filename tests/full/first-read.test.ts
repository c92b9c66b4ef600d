import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newHome, query, readyAt, runProgram, until } from '../helpers/program.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples/documents');

test('a first read that was stopped by Ctrl-C tells so, and the next start reads on to the end', async () => {
  const home = newHome('first-read');
  try {
    const first = runProgram(['start'], home);
    await until('it reads', () => /^read [1-9]\d* documents, /m.test(first.stderr()), 300_000);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(130);
    expect(first.stderr()).toMatch(
      /^stopped after \d+ documents of the examples; the next start reads on from there$/m,
    );

    const second = runProgram(['start'], home);
    const url = await readyAt(second);
    expect(second.stderr()).toMatch(/stopped while it read the examples, after \d+ documents; /);
    const { documents } = await query<{ documents: { totalCount: number } }>(
      url,
      '{ documents(first: 1) { totalCount } }',
    );
    const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' });
    expect(documents.totalCount).toBeGreaterThan(
      files.filter((file) => /\.(txt|md|html)$/.test(file)).length / 2,
    );
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);

    const third = runProgram(['start'], home);
    await readyAt(third);
    expect(third.stderr()).not.toMatch(/reading/);
    third.child.kill('SIGINT');
    await third.ended;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
