import { closeSync, openSync, writeSync } from 'node:fs';
import type { SourceDocument } from '../../model/extraction.ts';
import type { Reject } from '../readers/record.ts';
import { noteReject, noteWarnings, type Report } from '../report.ts';

const EXCERPT = 200;

/** The rejection of a document that was read but could not be used. */
export const rejectOf = ({ source, raw }: SourceDocument, reason: string): Reject => ({
  file: source,
  line: null,
  byteOffset: null,
  reason,
  excerpt: raw.slice(0, EXCERPT),
});

/** Records rejected records in the report, and in a file that is created with the first. */
export class Rejects {
  readonly #file: string | undefined;
  readonly #report: Report;
  #open: number | null = null;
  #failed = false;

  constructor(file: string | undefined, report: Report) {
    this.#file = file;
    this.#report = report;
  }

  /** Adds a record; a file that cannot be written causes a warning, and the rest goes on. */
  add(reject: Reject): void {
    noteReject(this.#report, reject);
    if (this.#file === undefined || this.#failed) return;
    try {
      this.#open ??= openSync(this.#file, 'w');
      writeSync(this.#open, `${JSON.stringify(reject)}\n`);
    } catch (error) {
      this.#failed = true;
      noteWarnings(this.#report, [
        `${this.#file}: rejected records are not written: ${(error as Error).message}; name another file with --rejects`,
      ]);
    }
  }

  /** @returns the file; null when nothing was written */
  close(): string | null {
    if (this.#open === null) return null;
    closeSync(this.#open);
    return this.#file ?? null;
  }
}
