import { parentPort, workerData } from 'node:worker_threads';
import type { SourceDocument } from '../../model/extraction.ts';
import { PARSERS } from '../readers/registry.ts';
import { extractCarefully, loadReader } from './extract.ts';
import type { Said } from './thread.ts';
import { readerHere } from './version.ts';

const extractor = loadReader(readerHere(), ...(workerData.lexicons as string[]));
const TASKS: Readonly<Record<string, (...args: never[]) => unknown>> = {
  ...PARSERS,
  extract: (source: SourceDocument) => extractCarefully(source, extractor),
};

const say = (said: Said) => parentPort?.postMessage(said);

parentPort?.on('message', async ({ task, args }: { task: string; args: never[] }) => {
  try {
    say({ value: await TASKS[task]!(...args) });
  } catch (error) {
    say({ error: `cannot be read: ${(error as Error).message}` });
  }
});
say('ready');
