import { parentPort, workerData } from 'node:worker_threads';
import type { SourceDocument } from '../../model/extraction.ts';
import { extract, loadExtractor } from './extract.ts';
import type { Answer } from './pool.ts';

const extractor = loadExtractor(...(workerData.lexicons as string[]));
parentPort?.on('message', ({ number, source }: { number: number; source: SourceDocument }) => {
  let answer: Answer;
  try {
    answer = { number, extraction: extract(source, extractor) };
  } catch (error) {
    answer = { number, error: String((error as Error).stack) };
  }
  parentPort?.postMessage(answer);
});
