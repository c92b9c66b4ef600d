import { parentPort, workerData } from 'node:worker_threads';
import type { SourceDocument } from '../../model/extraction.ts';
import { PARSERS } from '../readers/registry.ts';
import { extractCarefully, loadReader } from './extract.ts';
import { NativeGate } from './native-gate.ts';
import type { Said } from './thread.ts';
import { readerHere } from './version.ts';

const { lexicons, gate } = workerData as { lexicons: string[]; gate: SharedArrayBuffer };
const extractor = loadReader(readerHere(), lexicons, new NativeGate(gate).pass);
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
