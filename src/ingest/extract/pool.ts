import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import { ROOT } from '../../root.ts';
import { extract, loadExtractor } from './extract.ts';

/** Extraction, here or in threads. Answers come in any order; each belongs to its document. */
export interface ExtractionPool {
  extract(source: SourceDocument): Promise<Extraction>;
  close(): Promise<void>;
}

export interface Answer {
  readonly number: number;
  readonly extraction?: Extraction;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: Error) => void;
}

const WORKER = path.join(ROOT, 'src/ingest/extract/worker.js');

/** @param jobs threads; 1 works in this one */
export function openPool(jobs: number, lexicons: readonly string[]): ExtractionPool {
  if (jobs <= 1) {
    const extractor = loadExtractor(...lexicons);
    return { extract: async (source) => extract(source, extractor), close: async () => {} };
  }
  const waiting = new Map<number, Waiting>();
  let number = 0;
  const workers = Array.from({ length: jobs }, () => {
    const worker = new Worker(WORKER, {
      workerData: { lexicons },
    });
    worker.on('message', ({ number: of, extraction, error }: Answer) => {
      const { resolve, reject } = waiting.get(of)!;
      waiting.delete(of);
      if (extraction) resolve(extraction);
      else reject(new Error(error));
    });
    worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
    });
    return worker;
  });
  return {
    extract: (source) =>
      new Promise((resolve, reject) => {
        const mine = number++;
        waiting.set(mine, { resolve, reject });
        workers[mine % workers.length]!.postMessage({ number: mine, source });
      }),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
