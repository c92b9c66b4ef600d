import { closeSync, openSync, readSync, statSync } from 'node:fs';

const LONGEST = 1_000_000;

export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What was appended to a file after an offset; if that is long, only its end. */
export function textFrom(file: string, start: number): string {
  const size = sizeOf(file);
  const from = Math.max(size < start ? 0 : start, size - LONGEST);
  if (size <= from) return '';
  const bytes = Buffer.alloc(size - from);
  const open = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(open, bytes, 0, bytes.length, from)).toString();
  } finally {
    closeSync(open);
  }
}
