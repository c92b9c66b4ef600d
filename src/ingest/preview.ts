import type { Stop } from '../db/read/reader.ts';
import { InputError, UnavailableError } from '../errors.ts';
import type { Extraction, SourceDocument } from '../model/extraction.ts';
import { openPool, type Pool } from './extract/pool.ts';
import type { Bounds } from './extract/thread.ts';
import { readLexicon } from './lexicon/lexicon.ts';
import { withOfficeQuoted } from './pipeline/evidence.ts';
import { headed, type Metadata, type ReadItem, sourceDocument } from './readers/record.ts';
import { identify } from './resolve/identity/identity.ts';

/** A text, or the bytes of a PDF. */
interface PreviewInput {
  readonly content: string | Uint8Array;
  readonly given: Pick<Metadata, 'title' | 'publishedOn'>;
}

/** The extraction of a document, of which nothing was written. */
export interface Previewed {
  readonly extraction: Extraction;
  /** The id that each entity of the document would have, by its key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

export interface Previews {
  /**
   * @param stop gives up a document that nobody waits for any more, unless it is being read
   * @throws {InputError} when it cannot be read, {UnavailableError} when too many wait
   */
  read(input: PreviewInput, stop?: Stop): Promise<Previewed>;
  close(): Promise<void>;
}

const NAME = 'preview';
/** Most documents that wait for the thread, including the one it reads. */
const WAITING_MAX = 4;
/** The thread, which holds a model and lexicons, ends after this long without previews. */
const IDLE_MS = 300_000;

function documentOf(items: readonly ReadItem[]) {
  for (const item of items) {
    if ('reject' in item) throw new InputError(`the document ${item.reject.reason}.`);
    if ('document' in item) return item;
  }
  throw new InputError('the document holds no text.');
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-');

async function sourceOf(pool: Pool, { content, given }: PreviewInput) {
  if (typeof content === 'string') {
    const raw = headed(given.title, content);
    return documentOf([sourceDocument(NAME, Buffer.from(raw), raw, given)]);
  }
  if (!isPdf(content)) throw new InputError('the file is no PDF; send a text as text.');
  return documentOf(await pool.parsers.read('pdf', { name: NAME, given }, content));
}

/** Resolves when `before` does; rejects as soon as nobody waits for what follows. */
function turnAfter(before: Promise<void>, stop: Stop | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      try {
        stop?.throwIfAborted();
        resolve();
      } catch (reason) {
        reject(reason);
      }
    };
    stop?.addEventListener('abort', give);
    void before.then(() => {
      stop?.removeEventListener('abort', give);
      give();
    });
  });
}

/**
 * Reads single documents like a dry run of an ingest; nothing is stored. One thread reads them one
 * after the other, within the limits of an ingest; it is started by the first document and ended
 * when idle.
 * @param lexicons folders with the user's own lexicons
 */
export function openPreviews(lexicons: readonly string[], bounds: Bounds): Previews {
  let pool: Pool | null = null;
  let waiting = 0;
  /** Settles when the last document that was let in has been read. */
  let last: Promise<void> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const { agreements } = readLexicon(...lexicons);
  const close = async () => {
    clearTimeout(idle);
    const open = pool;
    pool = null;
    await open?.close();
  };
  const identified = (source: SourceDocument, extraction: Extraction) =>
    new Map([...identify(source, extraction, { agreements })].map(([key, { id }]) => [key, id]));
  const readOne = async (input: PreviewInput): Promise<Previewed> => {
    pool ??= openPool(1, lexicons, bounds);
    const { document, warnings } = await sourceOf(pool, input);
    const read = await pool.extract(document).catch((error: Error) => {
      throw new InputError(`the document ${error.message}.`);
    });
    const extraction = { ...read, statements: withOfficeQuoted(document.raw, read.statements) };
    return {
      extraction,
      ids: identified(document, extraction),
      warnings: [...warnings, ...extraction.warnings],
    };
  };
  return {
    async read(input, stop) {
      if (waiting >= WAITING_MAX)
        throw new UnavailableError('other documents are being read; try again in a moment.');
      waiting++;
      clearTimeout(idle);
      try {
        const turn = turnAfter(last, stop);
        const read = turn.then(() => readOne(input));
        // Whoever comes next waits for the one before, even if this one is given up.
        last = Promise.allSettled([last, read]).then(() => {});
        return await read;
      } finally {
        waiting--;
        if (waiting === 0) idle = setTimeout(() => void close(), IDLE_MS).unref();
      }
    },
    close,
  };
}
