import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { exportJsonLines } from '../../src/export/json-lines.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-export-'));
  mkdirSync(path.join(folder, 'deep'));
  const put = (name: string, month: string) =>
    writeFileSync(
      path.join(folder, name),
      `India and the United States signed the Lombok Treaty on ${month} 3, 2025.`,
    );
  put('same.txt', 'March');
  put('same.md', 'April');
  put('deep/same.txt', 'May');
  put('deep/other.txt', 'June');
  database = await emptyDatabase();
  await ingest(database, [folder]);
});
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true });
});

test('documents go by their base names, and in full where those are the same', async () => {
  const mentioned = new Set<string>();
  const quoted = new Set<string>();
  for await (const line of exportJsonLines(database)) {
    const { kind, doc, evidence } = JSON.parse(line);
    if (kind === 'mention') mentioned.add(doc);
    for (const one of evidence ?? []) quoted.add(one.doc);
  }
  const names = ['deep/same.txt', 'other', 'same.md', 'same.txt'];
  expect([...mentioned].sort()).toEqual(names);
  expect([...quoted].sort()).toEqual(names);
});
