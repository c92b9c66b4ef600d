import { appendFileSync, closeSync, openSync } from 'node:fs';
import path from 'node:path';

/** Characters that are kept of a file before they are written in one go. */
const KEPT = 65_536;

interface Open {
  readonly descriptor: number;
  kept: string[];
  size: number;
}

/**
 * Files of one folder, written alternately; each is opened with its first text. A stream for each
 * would write every short text by itself, which takes longer than making it.
 */
export class TextFiles {
  readonly folder: string;
  readonly #mode: number | undefined;
  readonly #open = new Map<string, Open>();

  /** @param mode of created files; by default that of the process */
  constructor(folder: string, mode?: number) {
    this.folder = folder;
    this.#mode = mode;
  }

  /** @throws the error that writing failed with, such as a full disk */
  write(file: string, text: string): void {
    let open = this.#open.get(file);
    if (!open) {
      const descriptor = openSync(path.join(this.folder, file), 'w', this.#mode);
      open = { descriptor, kept: [], size: 0 };
      this.#open.set(file, open);
    }
    open.kept.push(text);
    open.size += text.length;
    if (open.size >= KEPT) this.#empty(open);
  }

  #empty(open: Open): void {
    appendFileSync(open.descriptor, open.kept.join(''));
    [open.kept, open.size] = [[], 0];
  }

  /** Makes everything written so far readable; more can be written afterwards. */
  flush(): void {
    for (const open of this.#open.values()) this.#empty(open);
  }

  close(): void {
    try {
      this.flush();
    } finally {
      for (const { descriptor } of this.#open.values()) closeSync(descriptor);
      this.#open.clear();
    }
  }
}
