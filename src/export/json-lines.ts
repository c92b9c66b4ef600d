import path from 'node:path';
import type { Database } from '../db/database.ts';
import { MODALITIES } from '../model/kinds.ts';

export interface ExportOptions {
  /** Also what documents plan, rumour or deny; asserted statements only otherwise. */
  readonly allModalities?: boolean;
}

const PAGE = 200;
const TIMEOUT_MS = 60_000;

/** Base name of a source without its ending: what labelled documents are called by. */
function documentName(source: string): string {
  const base = path.posix.basename(source.split('#')[0] ?? source);
  const inside = source.includes('#') ? `#${source.slice(source.indexOf('#') + 1)}` : '';
  return `${base.replace(/\.(?:txt|text|md|markdown|html?|json|jsonl|ndjson|xml|rss|atom)(?:\.gz)?$/i, '')}${inside}`;
}

/**
 * What each of these sources is called: by its base name, which labels know, or in full where
 * another has the same base name.
 */
function documentNames(sources: readonly string[]): (source: string) => string {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const name of sources.map(documentName)) (seen.has(name) ? shared : seen).add(name);
  return (source) => {
    const name = documentName(source);
    return shared.has(name) ? source : name;
  };
}

function present(properties: unknown): Record<string, unknown> {
  const entries = Object.entries(properties as Record<string, unknown>).filter(
    ([, value]) => value != null,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function* pages<T extends object>(
  read: (after: string) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): AsyncGenerator<readonly T[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = keyOf(rows.at(-1)!);
  }
}

/**
 * The graph as lines of JSON: `node`, `mention` and `rel`, in a fixed order and without times of
 * recording, so that equal graphs give equal bytes. Offsets are those of the source as decoded.
 */
export async function* exportJsonLines(
  database: Database,
  { allModalities = false }: ExportOptions = {},
): AsyncGenerator<string> {
  const options = { timeoutMs: TIMEOUT_MS };
  const modalities = allModalities ? [...MODALITIES] : ['asserted'];
  const entities = () =>
    pages(
      (after) => database.read('exportEntities', { after, limit: PAGE }, options),
      ({ id }) => id,
    );

  for await (const rows of entities())
    for (const { id, kind, name, aliases, properties } of rows)
      yield JSON.stringify({
        kind: 'node',
        id,
        type: kind,
        name,
        aliases,
        props: present(properties),
      });

  // All are known before the first is named: their names depend on each other.
  const documents: (readonly { readonly id: string; readonly source: string }[])[] = [];
  for await (const rows of pages(
    (after) => database.read('exportDocuments', { after, limit: PAGE }, options),
    ({ source }) => source,
  ))
    documents.push(rows);
  const nameOf = documentNames(documents.flat().map(({ source }) => source));

  for (const rows of documents)
    for (const { source, entity, rawSpans } of await database.read(
      'exportMentions',
      { documents: rows.map(({ id }) => id) },
      options,
    )) {
      const spans = rawSpans as readonly number[];
      for (let at = 0; at + 1 < spans.length; at += 2)
        yield JSON.stringify({
          kind: 'mention',
          doc: nameOf(source),
          node: entity,
          start: spans[at],
          end: spans[at + 1],
        });
    }

  for await (const rows of entities()) {
    const relationships = await database.read(
      'exportRelationships',
      { entities: rows.map(({ id }) => id), modalities },
      options,
    );
    for (const {
      type,
      source,
      target,
      confidence,
      modality,
      properties,
      evidence,
    } of relationships) {
      const lines = evidence as readonly {
        source: string;
        rawStart: number;
        rawEnd: number;
        page: number | null;
        quote: string;
        modality: string;
      }[];
      yield JSON.stringify({
        kind: 'rel',
        type,
        from: source,
        to: target,
        props: present(properties),
        confidence,
        ...(allModalities ? { modality } : {}),
        evidence: lines.map((one) => ({
          doc: nameOf(one.source),
          start: one.rawStart,
          end: one.rawEnd,
          ...(one.page == null ? {} : { page: one.page }),
          text: one.quote,
          ...(allModalities ? { modality: one.modality } : {}),
        })),
      });
    }
  }
}
