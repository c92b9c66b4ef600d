import { totalmem } from 'node:os';
import path from 'node:path';
import { inMegabytes, sizeOfFolder } from '../disk/disk.ts';
import type { Home } from '../home.ts';
import type { Memory } from '../settings.ts';

const UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Bytes of a size such as 512m. */
export function bytesOf(size: string): number {
  return Number.parseInt(size, 10) * UNITS[size.slice(-1).toLowerCase()]!;
}

/** Bytes of memory that the machine or the container allows. */
function machineBytes(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/**
 * Advice on the memory settings of the embedded Neo4j; empty when they fit.
 * @param machine bytes of memory that are available
 */
export function memoryAdvice(home: Home, memory: Memory, machine = machineBytes()): string[] {
  const store = sizeOfFolder(path.join(home.folder, 'data', 'databases'));
  const [cache, heap] = [bytesOf(memory.pageCache), bytesOf(memory.heap)];
  const advice: string[] = [];
  if (store > cache) {
    const wanted = Math.ceil((store * 1.2) / UNITS.m!);
    const room = machine - heap > wanted * UNITS.m! * 1.5;
    advice.push(
      `the store has ${inMegabytes(store)} and the page cache of Neo4j ${inMegabytes(cache)}, so that reads wait for the disk; ${room ? `set NEO4J_PAGE_CACHE=${wanted}m` : 'give this machine more memory, and set NEO4J_PAGE_CACHE'}`,
    );
  }
  if (heap + cache > machine * 0.9)
    advice.push(
      `NEO4J_HEAP and NEO4J_PAGE_CACHE are ${inMegabytes(heap + cache)} together, and there are ${inMegabytes(machine)} of memory; make them smaller`,
    );
  return advice;
}
