import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { TextFiles } from '../../text-files.ts';

const PIECE = 1_048_576;
const LINE_END = 10;

/** Files of one folder, readable by their owner only, written alternately and read afterwards. */
export class Spool extends TextFiles {
  constructor(folder: string) {
    super(folder, 0o600);
  }

  /**
   * Reads a file that was written as lines of JSON. `readline` would also look for the line ends of
   * other systems, which takes longer than parsing.
   */
  async *lines<T>(file: string): AsyncGenerator<T> {
    const full = path.join(this.folder, file);
    if (!existsSync(full)) return;
    let rest: Buffer[] = [];
    for await (const piece of createReadStream(full, { highWaterMark: PIECE })) {
      const bytes = piece as Buffer;
      let from = 0;
      for (;;) {
        const end = bytes.indexOf(LINE_END, from);
        if (end === -1) break;
        rest.push(bytes.subarray(from, end));
        const line = rest.length === 1 ? rest[0]! : Buffer.concat(rest);
        rest = [];
        from = end + 1;
        yield JSON.parse(line.toString()) as T;
      }
      if (from < bytes.length) rest.push(bytes.subarray(from));
    }
  }
}
