import type { Database } from '../db/database.ts';
import { DocumentNames } from './document-names.ts';
import { ExportedGraph, type ExportedRelationship, type ExportOptions } from './graph.ts';
import { present } from './present.ts';

function relationshipLine(
  { type, source, target, summary, properties, evidence }: ExportedRelationship,
  names: DocumentNames,
  allModalities: boolean,
): string {
  return JSON.stringify({
    kind: 'rel',
    type,
    from: source,
    to: target,
    props: present(properties),
    confidence: summary.confidence,
    ...(allModalities ? { modality: summary.modality } : {}),
    evidence: evidence.map((one) => ({
      doc: names.of(one.source),
      start: one.rawStart,
      end: one.rawEnd,
      ...(one.page == null ? {} : { page: one.page }),
      text: one.quote,
      ...(allModalities ? { modality: one.modality } : {}),
    })),
  });
}

/**
 * Writes the graph as lines of JSON: `node`, `mention` and `rel`, in a fixed order and without
 * times of recording, so that equal graphs give equal bytes. Offsets are in the decoded source.
 */
export async function* exportJsonLines(
  database: Database,
  options: ExportOptions = {},
): AsyncGenerator<string> {
  const graph = new ExportedGraph(database, options);
  for await (const { id, kind, name, aliases, properties } of graph.entities())
    yield `${JSON.stringify({ kind: 'node', id, type: kind, name, aliases, props: present(properties) })}`;

  const names = new DocumentNames();
  for await (const page of graph.documents()) for (const { source } of page) names.add(source);
  for await (const page of graph.documents())
    for (const { source, entity, start, end } of await graph.mentions(page))
      yield JSON.stringify({ kind: 'mention', doc: names.of(source), node: entity, start, end });

  for await (const relationship of graph.relationships())
    yield relationshipLine(relationship, names, graph.allModalities);
}
