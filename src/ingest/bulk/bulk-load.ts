import { mkdirSync } from 'node:fs';
import { IMPORT_TABLES } from '../../model/import-tables.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { Outcome } from '../pipeline/write-all.ts';
import type { Prepared } from '../write/prepare.ts';
import { BulkStories } from './bulk-stories.ts';
import { Spool } from './spool.ts';
import { writeTables } from './write-tables.ts';

const DOCUMENTS = 'documents.jsonl';

/** What decides which documents of the load stay current. */
interface Taken {
  readonly hash: string;
  readonly source: string;
  /** Position in the order of reading; a later document of the same id replaces it. */
  readonly at: number;
  supersededBy: string | null;
}

/**
 * Accepts documents as the graph would, one after the other, and makes the tables of a whole graph
 * from them. Their content is kept in files: memory holds about 1 kB per document.
 */
export class BulkLoad implements Sink {
  readonly #spool: Spool;
  readonly #taken = new Map<string, Taken>();
  /** The current document of each source. */
  readonly #holding = new Map<string, string>();
  readonly #stories = new BulkStories();
  #count = 0;

  /** @param folder for the files; it is created */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#spool = new Spool(folder);
  }

  async write(documents: readonly Prepared[]): Promise<Outcome[]> {
    return documents.map((document) => this.#take(document));
  }

  #take(document: Prepared): Outcome {
    const { id, source, hash } = document;
    const before = this.#holding.get(source);
    const same = this.#taken.get(id);
    const others = before !== undefined && before !== id;
    const holds = same !== undefined && same.supersededBy === null;
    if (holds && same.hash === hash && !others) return 'unchanged';
    if (same && this.#holding.get(same.source) === id) this.#holding.delete(same.source);
    if (others) {
      this.#taken.get(before)!.supersededBy = id;
      this.#stories.remove(before);
    }
    this.#stories.add(document);
    this.#taken.set(id, { hash, source, at: this.#count, supersededBy: null });
    this.#holding.set(source, id);
    this.#spool.write(DOCUMENTS, `${JSON.stringify({ ...document, at: this.#count++ })}\n`);
    return others || holds ? 'replaced' : 'written';
  }

  /** Writes the tables for `neo4j-admin database import` to the folder. */
  async finish(): Promise<void> {
    this.#spool.close();
    for (const table of Object.values(IMPORT_TABLES)) this.#spool.write(table.file, table.header);
    await writeTables(this.#spool, this.#last());
  }

  async *#last() {
    for await (const { at, ...document } of this.#spool.lines<Prepared & { at: number }>(
      DOCUMENTS,
    )) {
      const { at: last, supersededBy } = this.#taken.get(document.id)!;
      if (at === last) yield { document, supersededBy, story: this.#stories.of(document.id) };
    }
  }
}
