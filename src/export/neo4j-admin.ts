import type { Database } from '../db/database.ts';
import { PAGE, pages } from '../db/pages.ts';
import {
  AFTER_IMPORT,
  type Cell,
  IMPORT_TABLES,
  type ImportTable,
  importArguments,
} from '../model/import-tables.ts';
import { RELATIONSHIP_TYPES } from '../model/relationships.ts';
import type { FileText } from './files.ts';
import { EXPORT_TIMEOUT } from './timeout.ts';

type Row = Readonly<Record<string, Cell>>;

/** Documents are few per page, because they include their texts. */
const DOCUMENTS_PAGE = 500;

const text = (table: ImportTable, row: Row): FileText => ({
  file: table.file,
  text: table.row(row),
});

async function* documents(database: Database): AsyncGenerator<FileText> {
  const { documents: table, supersedes, mentions } = IMPORT_TABLES;
  for await (const page of pages(
    (after) => database.read('dumpDocuments', { after, limit: DOCUMENTS_PAGE }, EXPORT_TIMEOUT),
    ({ id }) => id,
    DOCUMENTS_PAGE,
  ))
    for (const { id, properties, mentions: named } of page) {
      const { supersededBy } = properties as Row;
      yield text(table, properties as Row);
      if (supersededBy != null)
        yield text(supersedes, { ':START_ID': supersededBy, ':END_ID': id });
      for (const one of named as { entity: string; properties: Row }[])
        yield text(mentions, { ...one.properties, ':START_ID': id, ':END_ID': one.entity });
    }
}

async function* entities(database: Database): AsyncGenerator<FileText> {
  for await (const page of pages(
    (after) => database.read('dumpEntities', { after, limit: PAGE }, EXPORT_TIMEOUT),
    ({ id }) => id,
  ))
    for (const { labels, properties } of page)
      yield text(IMPORT_TABLES.entities, { ...(properties as Row), ':LABEL': labels });
}

async function* statements(database: Database): AsyncGenerator<FileText> {
  const { statements: table, from, subjects, objects } = IMPORT_TABLES;
  for await (const page of pages(
    (after) => database.read('dumpStatements', { after, limit: PAGE }, EXPORT_TIMEOUT),
    ({ id }) => id,
  ))
    for (const { id, document, subject, object, properties } of page) {
      const join = (end: string) => ({ ':START_ID': id, ':END_ID': end });
      yield text(table, properties as Row);
      yield text(from, join(document));
      yield text(subjects, join(subject));
      if (object !== null) yield text(objects, join(object));
    }
}

async function* tallies(database: Database): AsyncGenerator<FileText> {
  for await (const page of pages(
    (after) => database.read('dumpTallies', { after, limit: PAGE }, EXPORT_TIMEOUT),
    ({ id }) => id,
  ))
    for (const { properties } of page) yield text(IMPORT_TABLES.tallies, properties as Row);
}

async function* relationships(database: Database): AsyncGenerator<FileText> {
  for (const type of RELATIONSHIP_TYPES)
    for await (const page of pages(
      (after) => database.read('exportRelationships', { type, after, limit: PAGE }, EXPORT_TIMEOUT),
      ({ id }) => id,
    ))
      for (const { id, source, target, summary, properties } of page)
        yield text(IMPORT_TABLES.relationships, {
          ...(summary as Row),
          ...(properties as Row),
          id,
          ':TYPE': type,
          ':START_ID': source,
          ':END_ID': target,
        });
}

/** Writes the whole graph as tables for `neo4j-admin database import full`, with its arguments. */
export async function* neo4jAdminTables(database: Database): AsyncGenerator<FileText> {
  for (const { file, header } of Object.values(IMPORT_TABLES)) yield { file, text: header };
  for (const part of [documents, entities, statements, tallies, relationships])
    yield* part(database);
  yield { file: 'after-import.cypher', text: `${AFTER_IMPORT};\n` };
  yield { file: 'import.args', text: `${importArguments('.').join('\n')}\n` };
}
