import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';

/** Resolves when the stream accepts more or is closed, and leaves no listener behind. */
const drained = (stream: WriteStream): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });

/** Files of one folder, written alternately; each is opened with its first text. */
export class TextFiles {
  readonly folder: string;
  readonly #mode: number | undefined;
  readonly #open = new Map<string, WriteStream>();
  #error: Error | null = null;

  /** @param mode of created files; by default that of the process */
  constructor(folder: string, mode?: number) {
    this.folder = folder;
    this.#mode = mode;
  }

  async write(file: string, text: string): Promise<void> {
    let stream = this.#open.get(file);
    if (!stream) {
      stream = createWriteStream(path.join(this.folder, file), { mode: this.#mode });
      stream.on('error', (error) => {
        this.#error ??= error;
      });
      this.#open.set(file, stream);
    }
    if (this.#error) throw this.#error;
    if (!stream.write(text)) await drained(stream);
  }

  /** Waits until everything written so far is readable; more can be written afterwards. */
  async flush(): Promise<void> {
    await Promise.all(
      [...this.#open.values()].map(
        (stream) => new Promise<void>((done) => stream.write('', () => done())),
      ),
    );
    if (this.#error) throw this.#error;
  }

  /** @throws the error that writing failed with, such as a full disk */
  async close(): Promise<void> {
    const streams = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(
      streams.map((stream) => new Promise<void>((done) => stream.end(() => done()))),
    );
    if (this.#error) throw this.#error;
  }
}
