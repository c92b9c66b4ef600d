import { ENTITY_KINDS } from '../model/kinds.ts';
import { OWN_PROPERTIES, SUMMARY_PROPERTIES } from '../model/relationship-properties.ts';
import type { FileText } from './files.ts';
import type { ExportedGraph } from './graph.ts';

type Value = string | number | null | undefined;

/** A cell by RFC 4180, quoted where a character would otherwise separate cells or rows. */
function cell(value: Value): string {
  const text = value == null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
const row = (values: readonly Value[]) => `${values.map(cell).join(',')}\r\n`;

/** A table of one file with fixed columns. */
function table(file: string, columns: readonly string[]) {
  return {
    head: { file, text: row(columns) },
    line: (values: Readonly<Record<string, unknown>>): FileText => ({
      file,
      text: row(columns.map((name) => values[name] as Value)),
    }),
  };
}

/** `from` and `to`, the dates of a term of office, would clash with the ends of a relationship. */
const OWN_NAMES: Readonly<Record<string, string>> = { from: 'startsOn', to: 'endsOn' };

const namesIn = (tables: readonly Readonly<Record<string, unknown>>[]) => [
  ...new Set(tables.flatMap((one) => Object.keys(one))),
];

const ENTITIES = table('entities.csv', [
  ...['id', 'type', 'name', 'aliases'],
  ...namesIn(Object.values(ENTITY_KINDS)),
]);
const DOCUMENTS = table(
  'documents.csv',
  'id source title url publisher publishedOn language'.split(' '),
);
const MENTIONS = table('mentions.csv', ['source', 'entity', 'start', 'end']);
const RELATIONSHIPS = table('relationships.csv', [
  ...['id', 'type', 'from', 'to'],
  ...namesIn([SUMMARY_PROPERTIES]).filter((name) => name !== 'id'),
  ...namesIn([OWN_PROPERTIES]).map((name) => OWN_NAMES[name] ?? name),
]);
const EVIDENCE = table(
  'evidence.csv',
  'relationship document source start end page quote modality confidence publishedOn'.split(' '),
);

/** Writes the graph as five tables: entities, documents, mentions, relationships, evidence. */
export async function* csvTables(graph: ExportedGraph): AsyncGenerator<FileText> {
  for (const { head } of [ENTITIES, DOCUMENTS, MENTIONS, RELATIONSHIPS, EVIDENCE]) yield head;
  for await (const { id, kind, name, aliases, properties } of graph.entities())
    yield ENTITIES.line({
      ...(properties as object),
      id,
      type: kind,
      name,
      aliases: aliases.join('; '),
    });
  for await (const page of graph.documents()) {
    for (const { id, source, properties } of page)
      yield DOCUMENTS.line({ ...(properties as object), id, source });
    for (const place of await graph.mentions(page)) yield MENTIONS.line(place);
  }
  for await (const {
    id,
    type,
    source,
    target,
    summary,
    properties,
    evidence,
  } of graph.relationships()) {
    const own = Object.entries(properties as object).map(([name, value]) => [
      OWN_NAMES[name] ?? name,
      value,
    ]);
    yield RELATIONSHIPS.line({
      ...summary,
      ...Object.fromEntries(own),
      id,
      type,
      from: source,
      to: target,
    });
    for (const { rawStart, rawEnd, ...one } of evidence)
      yield EVIDENCE.line({ ...one, relationship: id, start: rawStart, end: rawEnd });
  }
}
