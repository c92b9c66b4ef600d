import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../../src/root.ts';
import { newHome, run } from '../../helpers/program.ts';

const EXAMPLES = path.join(ROOT, 'examples/documents');
const homes: string[] = [];
const home = (name: string) => {
  homes.push(newHome(name));
  return homes.at(-1)!;
};
afterAll(() => {
  for (const one of homes) rmSync(one, { recursive: true, force: true });
});

test('a bulk load makes the graph that batches make, byte for byte, and only of an empty one', async () => {
  const [ordinary, bulk] = [home('ordinary'), home('bulk')];
  const rejects = path.join(bulk, 'rejects.jsonl');
  const corrected = path.join(bulk, 'corrected.jsonl');
  const line = (text: string) => JSON.stringify({ id: 'same', text, publishedOn: '2025-05-05' });
  writeFileSync(
    corrected,
    [
      line('On 3 March 2025, Japan and Norway signed the Lombok Treaty.'),
      line('On 4 March 2025, Japan and Peru signed the Lombok Treaty.'),
    ].join('\n'),
  );
  const paths = [corrected, EXAMPLES];
  const slow = await run(['ingest', '--rejects', rejects, ...paths], ordinary);
  const fast = await run(['ingest', '--bulk', '--rejects', rejects, ...paths], bulk);
  expect(fast.code).toBe(slow.code);
  const { seconds: _, ...told } = JSON.parse(fast.stdout);
  expect(JSON.parse(slow.stdout)).toMatchObject(told);

  const exported = async (of: string) => (await run(['export', '--all-modalities'], of)).stdout;
  const graph = await exported(ordinary);
  expect(graph.length).toBeGreaterThan(100_000);
  expect(await exported(bulk)).toBe(graph);
  expect((await run(['reconcile'], bulk)).code).toBe(0);
  const again = await run(['ingest', '--rejects', rejects, EXAMPLES], bulk);
  expect(JSON.parse(again.stdout)).toMatchObject({ written: 0 });
  const refused = await run(['ingest', '--bulk', '--rejects', rejects, EXAMPLES], bulk);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/the graph holds \d+ documents/),
  });
}, 900_000);
