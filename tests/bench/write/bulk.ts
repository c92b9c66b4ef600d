import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadInBulk } from '../../../src/cli/write/bulk.ts';
import { readConfig } from '../../../src/config.ts';
import { withStopped } from '../../../src/embedded/stopped.ts';
import type { BulkLoad } from '../../../src/ingest/bulk/bulk-load.ts';
import { createLog } from '../../../src/log.ts';
import type { Corpus } from './corpus.ts';
import { cpuOfAll } from './cpu.ts';

const ROWS = 250;

/**
 * Loads documents into a new database through Neo4j's importer, as `entente ingest --bulk` does once
 * they are read. Names that several documents share are put together afterwards, as after batches,
 * and are in neither figure.
 * @returns milliseconds of CPU for each document, of Node, the importer and the start of Neo4j that
 *   makes the indexes
 */
export async function bulkCpu(corpus: Corpus, documents: number): Promise<number> {
  const home = mkdtempSync(path.join(tmpdir(), 'entente-bench-bulk-'));
  const config = readConfig({ ...process.env, NEO4J_URI: '', ENTENTE_HOME: home });
  try {
    return await withStopped(config, createLog('error'), undefined, async (stopped) => {
      const before = cpuOfAll();
      const fill = async (load: BulkLoad) => {
        for (let at = 0; at < documents; at += ROWS) {
          const count = Math.min(ROWS, documents - at);
          await load.write(Array.from({ length: count }, (_, i) => corpus.at(at + i)));
        }
        return true;
      };
      await loadInBulk(config, stopped, fill, async () => {});
      return (cpuOfAll() - before) / documents;
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
