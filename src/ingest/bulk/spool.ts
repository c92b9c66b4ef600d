import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { TextFiles } from '../../text-files.ts';

/** Files of one folder, readable by their owner only, written alternately and read afterwards. */
export class Spool extends TextFiles {
  constructor(folder: string) {
    super(folder, 0o600);
  }

  /** Reads a file that was written as lines of JSON. */
  async *lines<T>(file: string): AsyncGenerator<T> {
    const full = path.join(this.folder, file);
    if (!existsSync(full)) return;
    const input = createReadStream(full);
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line) as T;
  }
}
