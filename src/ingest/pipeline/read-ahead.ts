import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import type { DocumentReader } from '../model-service/model-service.ts';
import type { ReadItem } from '../readers/record.ts';
import type { Yield } from '../report.ts';
import type { KnownDocuments } from './known.ts';
import { Queue } from './queue.ts';

/** A document with its extraction, or with its earlier result if the graph already has it. */
export type Read = { readonly source: SourceDocument } & (
  | { readonly extraction: Promise<Extraction> }
  | { readonly known: Yield }
);

/** Most documents of one query to the graph. */
const ASKED_TOGETHER = 500;
/** Most characters of documents that wait. */
const ROOM = 4_000_000;
const LINGER_MS = 100;
/** Documents that are queued for each thread. */
const AHEAD = 4;

/** Fills a queue with the documents among the items; calls `tell` for the others. */
async function fill(
  items: AsyncIterable<ReadItem>,
  queue: Queue<SourceDocument>,
  tell: (item: ReadItem) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      tell(item);
      if ('document' in item) await queue.push(item.document);
    }
  } finally {
    queue.end();
  }
}

/**
 * Reads and extracts documents in order, some ahead of the consumer. Documents that the graph
 * already has cost a look-up, hundreds of them in one query.
 * @param known null when there is no graph to ask
 * @param tell receives every item, in order
 */
export async function* readAhead(
  items: AsyncIterable<ReadItem>,
  { reader, jobs }: { readonly reader: DocumentReader; readonly jobs: number },
  known: KnownDocuments | null,
  tell: (item: ReadItem) => void,
  signal: AbortSignal,
): AsyncGenerator<Read> {
  const documents = new Queue<SourceDocument>({ weightOf: ({ raw }) => raw.length, room: ROOM });
  const filling = fill(items, documents, tell, signal);
  filling.catch(() => {}); // thrown below, when what was read before is done
  const ahead: Read[] = [];
  try {
    for await (const batch of documents.batches(ASKED_TOGETHER, ROOM, LINGER_MS)) {
      const states = known === null ? batch.map(() => null) : await known.of(batch);
      for (const [at, source] of batch.entries()) {
        if (signal.aborted) return;
        const state = states[at]!;
        if (state !== null) ahead.push({ source, known: state });
        else {
          const extraction = reader.extract(source);
          extraction.catch(() => {}); // reported when its turn comes
          ahead.push({ source, extraction });
        }
        while (ahead.length >= jobs * AHEAD) yield ahead.shift()!;
      }
    }
    while (ahead.length > 0) yield ahead.shift()!;
    await filling;
  } finally {
    documents.end();
  }
}
