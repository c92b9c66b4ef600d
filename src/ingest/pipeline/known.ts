import type { Database } from '../../db/database.ts';
import type { SourceDocument } from '../../model/extraction.ts';
import type { Yield } from '../report.ts';
import { contentHash } from '../write/prepare.ts';

const TIMEOUT_MS = 30_000;

/**
 * Finds documents that the graph already has in this version, before they are extracted. Documents
 * that another one of this run may replace are left to the writer.
 */
export class KnownDocuments {
  readonly #database: Database;
  readonly #extractor: string;
  readonly #pending = new Map<string, number>();

  /** @param extractor version of the extractor */
  constructor(database: Database, extractor: string) {
    this.#database = database;
    this.#extractor = extractor;
  }

  /** @returns the earlier result of each document; null where it has to be read */
  async of(documents: readonly SourceDocument[]): Promise<(Yield | null)[]> {
    const rows = await this.#database.read(
      'documentStates',
      { documents: documents.map(({ id, source }) => ({ id, source })) },
      { timeoutMs: TIMEOUT_MS },
    );
    return documents.map((document, at) => {
      const { known, others, entities, statements, skipped } = rows[at]!;
      const same =
        known === contentHash(document, this.#extractor) && (others as unknown[]).length === 0;
      if (same && !this.#isPending(document)) return { entities, statements, skipped };
      this.#note(document, 1);
      return null;
    });
  }

  #isPending({ id, source }: SourceDocument): boolean {
    return [id, source].some((name) => this.#pending.has(name));
  }

  #note({ id, source }: SourceDocument, by: 1 | -1): void {
    for (const name of [id, source]) {
      const count = (this.#pending.get(name) ?? 0) + by;
      if (count > 0) this.#pending.set(name, count);
      else this.#pending.delete(name);
    }
  }

  /** Notes that a document was written, or could not be. */
  done(document: SourceDocument): void {
    this.#note(document, -1);
  }
}
