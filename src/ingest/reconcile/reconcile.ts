import type { Database, Writer } from '../../db/database.ts';
import { pages, portions } from '../../db/pages.ts';
import { takeTurn } from '../../db/turn.ts';
import { RELATIONSHIP_TYPES } from '../../model/relationships.ts';
import { ownSpellings, type Spellings } from '../resolve/spellings.ts';
import { checkEdges, type EdgeName } from './check-edges.ts';
import { checkEntities } from './check-entities.ts';
import { repairEdges, repairEntities } from './repair.ts';

interface Told {
  readonly id: string;
  readonly what: string;
}

/** The result of a reconciliation, printed as one JSON object on stdout. */
export interface Reconciliation {
  relationships: { checked: number; wrong: number };
  entities: { checked: number; wrong: number };
  /** Kept counts of edges and entities that no longer exist. */
  leftovers: number;
  /** The first wrong ones, with what is wrong. */
  wrong: Told[];
  /** Whether the wrong ones were corrected. */
  fixed: boolean;
}

export interface ReconcileOptions {
  /** Corrects summaries from the statements. */
  readonly fix?: boolean;
  readonly spellings?: Spellings;
  readonly signal?: AbortSignal | undefined;
}

const PAGE = 1_000;
const TIMEOUT_MS = 60_000;
const NAMED_MAX = 1_000;
/** Most statements of one query to the graph. */
const STATEMENTS_MAX = 5_000;

const idOf = ({ id }: { readonly id: string }) => id;
const statementsOf = ({ statements }: { readonly statements: number }) => statements;

export const wrongIn = ({ relationships, entities, leftovers }: Reconciliation): number =>
  relationships.wrong + entities.wrong + leftovers;

/** One reconciliation. A suspected error is checked again while no other writer is active. */
class Reconciler {
  readonly found: Reconciliation;
  readonly #database: Database;
  readonly #spellings: Spellings;
  readonly #signal: AbortSignal | undefined;

  constructor(database: Database, { fix, spellings, signal }: ReconcileOptions) {
    this.#database = database;
    this.#spellings = spellings ?? ownSpellings();
    this.#signal = signal;
    this.found = {
      relationships: { checked: 0, wrong: 0 },
      entities: { checked: 0, wrong: 0 },
      leftovers: 0,
      wrong: [],
      fixed: fix ?? false,
    };
  }

  readonly #read: Writer['read'] = (name, params) => {
    this.#signal?.throwIfAborted();
    return this.#database.read(name, params, { timeoutMs: TIMEOUT_MS });
  };

  #alone<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (writer) => {
      const noteMoment = await takeTurn(writer);
      if (this.found.fixed) await noteMoment();
      return work(writer);
    });
  }

  #tell(wrong: readonly Told[]): void {
    const room = NAMED_MAX - this.found.wrong.length;
    this.found.wrong.push(...wrong.slice(0, room).map(({ id, what }) => ({ id, what })));
  }

  async #edges(edges: readonly EdgeName[]): Promise<void> {
    const suspects = await checkEdges(this.#read, edges);
    if (suspects.length === 0) return;
    const wrong = await this.#alone(async (writer) => {
      const still = await checkEdges(writer.read, suspects);
      if (this.found.fixed) await repairEdges(writer, still);
      return still;
    });
    this.found.relationships.wrong += wrong.length;
    this.#tell(wrong);
  }

  async relationships(type: string): Promise<void> {
    for await (const page of pages(
      (after) => this.#read('exportRelationships', { type, after, limit: PAGE }),
      idOf,
      PAGE,
    ))
      for (const part of portions(page, statementsOf, STATEMENTS_MAX)) {
        this.found.relationships.checked += part.length;
        await this.#edges(part.map(({ id }) => ({ id, type })));
      }
  }

  /** Finds statements whose relationship has no edge. */
  async withoutEdge(): Promise<void> {
    for await (const page of pages(
      (after) => this.#read('pageOfStated', { after, limit: PAGE }),
      idOf,
      PAGE,
    )) {
      const stored = await this.#read('relationshipsById', { edges: page });
      const known = new Set(stored.map(({ id }) => id));
      const missing = page.filter(({ id }) => !known.has(id));
      if (missing.length > 0) await this.#edges(missing);
    }
  }

  async entities(): Promise<void> {
    for await (const page of pages(
      (after) => this.#read('pageOfEntities', { after, limit: PAGE }),
      idOf,
      PAGE,
    ))
      for (const part of portions(page, statementsOf, STATEMENTS_MAX)) {
        this.found.entities.checked += part.length;
        const ids = part.map(({ id }) => id);
        const suspects = await checkEntities(this.#read, ids, this.#spellings);
        if (suspects.length === 0) continue;
        const wrong = await this.#alone(async (writer) => {
          const again = suspects.map(({ id }) => id);
          const still = await checkEntities(writer.read, again, this.#spellings);
          if (this.found.fixed) await repairEntities(writer, still);
          return still;
        });
        this.found.entities.wrong += wrong.length;
        this.#tell(wrong);
      }
  }

  async leftovers(): Promise<void> {
    for await (const page of pages(
      (after) => this.#read('pageOfTallies', { after, limit: PAGE }),
      idOf,
      PAGE,
    )) {
      const ids = page.filter(({ orphan }) => orphan).map(({ id }) => id);
      if (ids.length === 0) continue;
      this.found.leftovers += ids.length;
      this.#tell(ids.map((id) => ({ id, what: 'counts are kept of what is not there' })));
      if (this.found.fixed) await this.#alone((writer) => writer.write('removeTallies', { ids }));
    }
  }
}

/**
 * Compares every summary with its statements, page by page, while the graph may be written to. With
 * `fix`, wrong ones are corrected.
 */
export async function reconcile(
  database: Database,
  options: ReconcileOptions = {},
): Promise<Reconciliation> {
  const reconciler = new Reconciler(database, options);
  for (const type of RELATIONSHIP_TYPES) await reconciler.relationships(type);
  await reconciler.withoutEdge();
  await reconciler.entities();
  await reconciler.leftovers();
  return reconciler.found;
}
