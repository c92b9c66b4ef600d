import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type Budget, spend } from '../reader.ts';
import { Refusal } from '../record.ts';

/** Most bytes of one inflated entry, which is held in memory. */
const ENTRY_MAX = 64_000_000;
/** Greatest ratio of compression; text seldom reaches 20, so more is a bomb. */
export const RATIO_MAX = 200;
/** Bytes up to which any ratio is allowed, such as for a sheet of equal cells. */
export const RATIO_FREE = 1_000_000;

const unsound = (error: unknown) =>
  new Refusal(`is no sound ZIP archive: ${(error as Error).message.slice(0, 120)}; pack it anew`);

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true });
  } catch (error) {
    throw unsound(error);
  }
}

/** An open archive: its entries in order, without folders. */
export class Zip {
  readonly #file: ZipFile;
  readonly #budget: Budget;
  readonly entries: readonly Entry[];

  private constructor(file: ZipFile, entries: readonly Entry[], budget: Budget) {
    this.#file = file;
    this.entries = entries;
    this.#budget = budget;
  }

  /** @throws Refusal when it is no archive, or holds too much */
  static async open(bytes: Buffer, budget: Budget): Promise<Zip> {
    const file = await open(bytes);
    const entries: Entry[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        file.on('error', reject);
        file.on('end', resolve);
        file.on('entry', (entry: Entry) => {
          if (entries.length > budget.entries)
            reject(new Refusal('holds more than 10000 files; unpack it, and give its folder'));
          else {
            if (!entry.fileName.endsWith('/')) entries.push(entry);
            file.readEntry();
          }
        });
        file.readEntry();
      });
    } catch (error) {
      throw error instanceof Refusal ? error : unsound(error);
    }
    return new Zip(file, entries, budget);
  }

  entry(name: string): Entry | undefined {
    return this.entries.find(({ fileName }) => fileName === name);
  }

  /** @throws Refusal when it is locked, broken, or inflates to too much */
  async bytes(entry: Entry): Promise<Buffer> {
    if (entry.isEncrypted()) throw new Refusal('is locked with a password; pack it without one');
    const most = Math.min(ENTRY_MAX, Math.max(RATIO_FREE, RATIO_MAX * entry.compressedSize));
    if (entry.uncompressedSize > most)
      throw new Refusal(`inflates to more than ${ENTRY_MAX} bytes or ${RATIO_MAX} times its size`);
    const parts: Buffer[] = [];
    let length = 0;
    try {
      for await (const part of await this.#file.openReadStreamPromise(entry)) {
        length += (part as Buffer).length;
        spend(this.#budget, { bytes: (part as Buffer).length });
        if (length > most) throw new Refusal(`inflates to more than its header says`);
        parts.push(part as Buffer);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : unsound(error);
    }
    return Buffer.concat(parts);
  }

  /** The text of an entry; null when it does not exist. */
  async text(name: string): Promise<string | null> {
    const entry = this.entry(name);
    return entry ? (await this.bytes(entry)).toString('utf8').replace(/^\ufeff/, '') : null;
  }
}
