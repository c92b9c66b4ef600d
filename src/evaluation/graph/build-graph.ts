import { grouped } from '../../grouped.ts';
import type { Lexicon } from '../../ingest/lexicon/lexicon.ts';
import { withOfficeQuoted } from '../../ingest/pipeline/evidence.ts';
import { identify } from '../../ingest/resolve/identity/identity.ts';
import {
  type Naming,
  type PropertyEvidence,
  summariseEntity,
} from '../../ingest/write/entity-summary.ts';
import {
  type EntityRow,
  entityRows,
  type StatementRow,
  statementRows,
} from '../../ingest/write/rows.ts';
import { type Evidence, summarise } from '../../ingest/write/summary.ts';
import type { Extraction, PropertyValues, SourceDocument } from '../../model/extraction.ts';
import { ENTITY_KINDS, type EntityKind, type Modality } from '../../model/kinds.ts';
import { OWN_PROPERTIES } from '../../model/relationship-properties.ts';
import type {
  ExportedMention,
  ExportedNode,
  ExportedRelationship,
  GraphExport,
} from './graph-export.ts';
import { resolved } from './resolved.ts';
import { storiesOf } from './stories.ts';

/** A document with its extraction. */
export interface ReadDocument {
  /** The name by which labels refer to it. */
  readonly name: string;
  readonly source: SourceDocument;
  readonly extraction: Extraction;
}

interface Stated {
  readonly doc: ReadDocument;
  readonly story: string;
  readonly row: StatementRow;
}

/** The time of recording is not compared. */
const NO_TIME = '';
const FOLLOWED = new Set(['asserted', 'planned']);

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function present(values: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(
    [...names].sort().flatMap((name) => (values[name] == null ? [] : [[name, values[name]]])),
  ) as PropertyValues;
}

function nodesOf(rows: readonly EntityRow[], stated: readonly Stated[]): ExportedNode[] {
  const groups = grouped(rows, ({ id }) => id);
  const facts = grouped(
    stated.filter(
      ({ row: { properties } }) =>
        properties.type === 'PROPERTY' && FOLLOWED.has(String(properties.modality)),
    ),
    ({ row }) => row.subject,
  );
  return [...groups].map(([id, own]) => {
    const type = own[0]!.kind as EntityKind;
    const evidence = (facts.get(id) ?? []).map(
      ({ story, row: { properties } }) => ({ ...properties, story }) as unknown as PropertyEvidence,
    );
    const { name, aliases, ...properties } = summariseEntity(
      id,
      type,
      own.map(({ mention }) => ({ aliases: [], externalIds: [], ...mention }) as unknown as Naming),
      evidence,
      0,
    );
    return {
      id,
      type,
      name: String(name),
      aliases: aliases as string[],
      props: present(properties, Object.keys(ENTITY_KINDS[type])),
    };
  });
}

function relationshipOf(stated: readonly Stated[]): ExportedRelationship[] {
  const { row } = stated[0]!;
  const summary = summarise(
    stated.map(
      ({ doc: { source }, story, row: { properties } }): Evidence => ({
        confidence: Number(properties.confidence),
        modality: properties.modality as Modality,
        documentId: source.id,
        story,
        publishedOn: source.publishedOn,
        properties: present(properties, Object.keys(OWN_PROPERTIES)),
      }),
    ),
  );
  const asserted = stated.filter(({ row: { properties } }) => properties.modality === 'asserted');
  if (asserted.length === 0) return [];
  return [
    {
      type: String(row.properties.type),
      from: row.subject,
      to: row.object!,
      props: summary.properties,
      confidence: summary.confidence,
      evidence: asserted
        .map(({ doc, row: { properties } }) => ({
          doc: doc.name,
          start: Number(properties.rawStart),
          end: Number(properties.rawEnd),
          text: String(properties.quote),
        }))
        .sort((a, b) => byText(a.doc, b.doc) || a.start - b.start || a.end - b.end),
    },
  ];
}

/**
 * Builds the graph of some documents, resolved and summarised like a written one, without a
 * database. Asserted relationships only.
 */
export function buildGraph(
  documents: readonly ReadDocument[],
  lexicon: Pick<Lexicon, 'agreements'>,
): GraphExport {
  const stories = storiesOf(documents.map(({ extraction }) => extraction.text));
  const rows: EntityRow[] = [];
  const mentions: ExportedMention[] = [];
  const stated: Stated[] = [];
  const told = documents.map(({ source, extraction: whole }) => {
    const extraction = { ...whole, statements: withOfficeQuoted(source.raw, whole.statements) };
    const ids = identify(source, extraction, lexicon);
    return {
      publishedOn: source.publishedOn,
      entities: entityRows(extraction, ids),
      statements: statementRows(source, extraction, ids, NO_TIME),
    };
  });
  for (const [at, { entities, statements }] of resolved(told).entries()) {
    const doc = documents[at]!;
    const { name } = doc;
    const own = [...entities].sort((a, b) => byText(a.id, b.id));
    rows.push(...own);
    for (const { id, mention } of own) {
      const spans = mention.rawSpans as readonly number[];
      for (let i = 0; i + 1 < spans.length; i += 2)
        mentions.push({ doc: name, node: id, start: spans[i]!, end: spans[i + 1]! });
    }
    for (const row of statements) stated.push({ doc, story: String(stories[at]), row });
  }
  const edges = grouped(
    stated.filter(({ row }) => row.relationshipId !== null),
    ({ row }) => row.relationshipId!,
  );
  return {
    nodes: nodesOf(rows, stated).sort((a, b) => byText(a.id, b.id)),
    mentions,
    relationships: [...edges]
      .sort(([a, [x]], [b, [y]]) => {
        const [left, right] = [x!.row, y!.row];
        return (
          byText(left.subject, right.subject) ||
          byText(String(left.properties.type), String(right.properties.type)) ||
          byText(left.object!, right.object!) ||
          byText(a, b)
        );
      })
      .flatMap(([, statements]) => relationshipOf(statements)),
  };
}
