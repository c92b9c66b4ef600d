import type { Database } from '../db/database.ts';
import { PAGE, pages, portions } from '../db/pages.ts';
import type { ReadQueries } from '../db/queries.ts';
import { prefixOf } from '../model/ids.ts';
import { MODALITIES } from '../model/kinds.ts';
import { choosesRelationships, entitiesAround, type Selection, typesOf } from './selection.ts';
import { EXPORT_TIMEOUT } from './timeout.ts';

export interface ExportOptions extends Selection {
  /** Includes planned, rumoured and denied statements; by default asserted ones only. */
  readonly allModalities?: boolean;
}

export type ExportedEntity = ReadQueries['exportEntities']['row'];
export type ExportedDocument = ReadQueries['exportDocuments']['row'];
type Row = ReadQueries['exportRelationships']['row'];

/** One statement behind a relationship, with offsets in the decoded source. */
interface ExportedEvidence {
  readonly document: string;
  readonly source: string;
  readonly url: string | null;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly page: number | null;
  readonly quote: string;
  readonly modality: string;
  readonly confidence: number;
  readonly publishedOn: string | null;
}

export interface ExportedRelationship extends Omit<Row, 'statements' | 'summary'> {
  readonly summary: Readonly<Record<string, string | number | null>>;
  readonly evidence: readonly ExportedEvidence[];
}

/** Most statements with quotes held in memory, unless one relationship has more. */
const EVIDENCE_MAX = 5_000;

/** Spans are stored as a flat list of alternating starts and ends. */
function placesOf(source: string, entity: string, spans: readonly number[]) {
  const places = [];
  for (let at = 0; at + 1 < spans.length; at += 2)
    places.push({ source, entity, start: spans[at]!, end: spans[at + 1]! });
  return places;
}

/** The exported part of a graph, read in a fixed order, so that equal graphs give equal bytes. */
export class ExportedGraph {
  readonly #database: Database;
  readonly #options: ExportOptions;
  readonly #around: Promise<readonly string[]> | null;
  readonly modalities: readonly string[];

  constructor(database: Database, options: ExportOptions = {}) {
    this.#database = database;
    this.#options = options;
    this.#around = options.around ? entitiesAround(database, options.around) : null;
    this.#around?.catch(() => {}); // thrown where it is asked for
    this.modalities = options.allModalities ? [...MODALITIES] : ['asserted'];
  }

  get allModalities(): boolean {
    return this.#options.allModalities ?? false;
  }

  /** Entities in the order of their ids. */
  async *entities(): AsyncGenerator<ExportedEntity> {
    const { kinds, types, since, until, confidence } = this.#options;
    if (this.#around) {
      for (const ids of portions(await this.#around, () => 1, PAGE))
        for (const row of await this.#database.read('exportEntitiesById', { ids }, EXPORT_TIMEOUT))
          if (this.#isOfKind(row.id)) yield row;
      return;
    }
    const filter = {
      kinds: kinds ?? null,
      types: choosesRelationships(this.#options) ? typesOf({ ...(types && { types }) }) : null,
      since: since ?? null,
      until: until ?? null,
      confidence: confidence ?? null,
    };
    for await (const rows of pages(
      (after) =>
        this.#database.read('exportEntities', { after, limit: PAGE, ...filter }, EXPORT_TIMEOUT),
      ({ id }) => id,
    ))
      yield* rows;
  }

  /** Documents in the order of their sources. */
  async *documents(): AsyncGenerator<readonly ExportedDocument[]> {
    const limit = 500;
    yield* pages(
      (after) => this.#database.read('exportDocuments', { after, limit }, EXPORT_TIMEOUT),
      ({ source }) => source,
      limit,
    );
  }

  /** Mentions in some documents, one row per span. */
  async mentions(documents: readonly ExportedDocument[]) {
    const rows = await this.#database.read(
      'exportMentions',
      { documents: documents.map(({ id }) => id) },
      EXPORT_TIMEOUT,
    );
    const around = this.#around && new Set(await this.#around);
    return rows
      .filter(({ entity }) => this.#isOfKind(entity) && (around === null || around.has(entity)))
      .flatMap(({ source, entity, rawSpans }) => placesOf(source, entity, rawSpans as number[]));
  }

  /** Relationships by type, then by id, without those that have no exported statement. */
  async *relationships(): AsyncGenerator<ExportedRelationship> {
    for await (const page of this.#pagesOfRelationships()) {
      const chosen = page.filter((row) => this.#isChosen(row));
      for (const some of portions(chosen, ({ statements }) => statements, EVIDENCE_MAX)) {
        const rows = await this.#database.read(
          'exportEvidence',
          { ids: some.map(({ id }) => id), modalities: this.modalities },
          EXPORT_TIMEOUT,
        );
        const evidence = new Map(rows.map((row) => [row.id, row.evidence as ExportedEvidence[]]));
        for (const { summary, statements: _, ...row } of some)
          if (evidence.has(row.id))
            yield {
              ...row,
              summary: summary as ExportedRelationship['summary'],
              evidence: evidence.get(row.id)!,
            };
      }
    }
  }

  async *#pagesOfRelationships(): AsyncGenerator<readonly Row[]> {
    if (this.#around) return yield* this.#relationshipsAround(await this.#around);
    for (const type of typesOf(this.#options))
      yield* pages(
        (after) =>
          this.#database.read('exportRelationships', { type, after, limit: PAGE }, EXPORT_TIMEOUT),
        ({ id }) => id,
      );
  }

  async *#relationshipsAround(around: readonly string[]): AsyncGenerator<readonly Row[]> {
    const inside = new Set(around);
    const types = new Set<string>(typesOf(this.#options));
    for (const ids of portions(around, () => 1, PAGE)) {
      const rows = await this.#database.read('exportEntitiesById', { ids }, EXPORT_TIMEOUT);
      // Entities with few relationships are read together, hubs alone.
      for (const some of portions(rows, ({ degree }) => degree, PAGE)) {
        const entities = some.map(({ id }) => id);
        for await (const page of pages(
          (after) =>
            this.#database.read(
              'exportRelationshipsOf',
              { entities, after, limit: PAGE },
              EXPORT_TIMEOUT,
            ),
          ({ id }) => id,
        ))
          yield page.filter(({ target, type }) => inside.has(target) && types.has(type));
      }
    }
  }

  #isOfKind(id: string): boolean {
    const { kinds } = this.#options;
    return kinds === undefined || kinds.some((kind) => id.startsWith(prefixOf(kind)));
  }

  #isChosen({ source, target, summary }: Row): boolean {
    const { since, until, confidence } = this.#options;
    const { firstSeen, lastSeen, ...said } = summary as Record<string, string | null>;
    return (
      this.#isOfKind(source) &&
      this.#isOfKind(target) &&
      (since === undefined || (lastSeen != null && lastSeen >= since)) &&
      (until === undefined || (firstSeen != null && firstSeen <= until)) &&
      (confidence === undefined || Number(said.confidence) >= confidence)
    );
  }
}
