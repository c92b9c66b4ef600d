import { InputError, UnavailableError } from '../errors.ts';
import type { Extraction, SourceDocument } from '../model/extraction.ts';
import { openPool, type Pool } from './extract/pool.ts';
import type { Bounds } from './extract/thread.ts';
import { readLexicon } from './lexicon/lexicon.ts';
import { headed, type Metadata, type ReadItem, sourceDocument } from './readers/record.ts';
import { identify } from './resolve/identity/identity.ts';

/** A text, or the bytes of a PDF. */
interface PreviewInput {
  readonly content: string | Uint8Array;
  readonly given: Pick<Metadata, 'title' | 'publishedOn'>;
}

/** What a document says, before anything of it is written. */
export interface Previewed {
  readonly extraction: Extraction;
  /** Which entity of the graph each entity of the document would be, by its key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

export interface Previews {
  /** @throws {InputError} when it cannot be read, {UnavailableError} when too many wait */
  read(input: PreviewInput): Promise<Previewed>;
  close(): Promise<void>;
}

const NAME = 'preview';
/** Documents that wait for the one thread, with the one that it reads. */
const WAITING_MAX = 4;
/** A thread holds a model and lexicons; whoever previews seldom should not pay for them all day. */
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

/**
 * The dry run of an ingest on single documents: nothing is stored. One thread reads them, one after
 * the other, within the bounds of an ingest; it is started by the first and ended when nobody asks.
 * @param lexicons folders of a user's own lexicons
 */
export function openPreviews(lexicons: readonly string[], bounds: Bounds): Previews {
  let pool: Pool | null = null;
  let waiting = 0;
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
  return {
    async read(input) {
      if (waiting >= WAITING_MAX)
        throw new UnavailableError('other documents are being read; try again in a moment.');
      waiting++;
      clearTimeout(idle);
      try {
        pool ??= openPool(1, lexicons, bounds);
        const { document, warnings } = await sourceOf(pool, input);
        const extraction = await pool.extract(document).catch((error: Error) => {
          throw new InputError(`the document ${error.message}.`);
        });
        return {
          extraction,
          ids: identified(document, extraction),
          warnings: [...warnings, ...extraction.warnings],
        };
      } finally {
        waiting--;
        if (waiting === 0) idle = setTimeout(() => void close(), IDLE_MS).unref();
      }
    },
    close,
  };
}
