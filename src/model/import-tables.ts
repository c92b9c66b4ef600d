import { ENTITY_KINDS } from './kinds.ts';
import { type Properties, readCode } from './property.ts';
import { OWN_PROPERTIES, SUMMARY_PROPERTIES } from './relationship-properties.ts';

/** A value of a property of a node or relationship. */
export type Cell =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[]
  | null
  | undefined;

/** A table of `neo4j-admin database import`: a header line, and rows with the same columns. */
export interface ImportTable {
  readonly file: string;
  readonly header: string;
  row(values: Readonly<Record<string, Cell>>): string;
}

/** Separates the members of a list; this control character occurs in no text. */
const BETWEEN = '\u001f';
/** Options of the importer beside the names of the tables. */
const IMPORT_OPTIONS = [
  '--id-type=string',
  '--array-delimiter=U+001F',
  '--multiline-fields=true',
  '--legacy-style-quoting=false',
] as const;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function cell(value: Cell): string {
  if (value == null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  return quoted(value.map((one) => String(one).replaceAll(BETWEEN, ' ')).join(BETWEEN));
}

/** Makes a table of columns by name: the name of a property, or a field beginning with a colon. */
function table(file: string, columns: Readonly<Record<string, string>>): ImportTable {
  const names = Object.keys(columns);
  return {
    file,
    header: `${Object.values(columns).join(',')}\n`,
    row: (values) => `${names.map((name) => cell(values[name])).join(',')}\n`,
  };
}

const texts = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, `${name}:string`]));
const typed = (type: string, names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, `${name}:${type}`]));

const TYPES: Readonly<Record<string, string>> = {
  Int: 'long',
  Float: 'double',
  Boolean: 'boolean',
};

function ofModel(...tables: readonly Properties[]): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [name, code] of tables.flatMap((one) => Object.entries(one)))
    columns[name] = `${name}:${TYPES[readCode(code).base] ?? 'string'}`;
  return columns;
}

const ends = (from: string, to: string) => ({
  ':START_ID': `:START_ID(${from})`,
  ':END_ID': `:END_ID(${to})`,
});

export const IMPORT_TABLES = {
  documents: table('documents.csv', {
    id: 'id:ID(document)',
    ...texts('source title url publisher publishedOn language text skipped contentHash story'),
    ...texts('supersededBy ingestedAt band0 band1 band2 band3 band4 band5'),
    signature: 'signature:long[]',
  }),
  entities: table('entities.csv', {
    id: 'id:ID(entity)',
    ':LABEL': ':LABEL',
    ...texts('name nameKey searchText'),
    ...typed('string[]', 'aliases aliasKeys externalIds'),
    statementCount: 'statementCount:long',
    ...ofModel(...Object.values(ENTITY_KINDS)),
  }),
  statements: table('statements.csv', {
    id: 'id:ID(statement)',
    ...texts('type property value quote foldedQuote modality attribution extractor publishedOn'),
    ...texts('recordedAt relationshipId currency valueText basis'),
    ...typed('long', 'start end rawStart rawEnd page'),
    confidence: 'confidence:double',
    ...ofModel(OWN_PROPERTIES),
  }),
  tallies: table('tallies.csv', { id: 'id:ID(tally)', ...texts('counts days') }),
  mentions: table('mentions.csv', {
    ...ends('document', 'entity'),
    ...texts('name because kind country iso2 designation'),
    ...typed('string[]', 'aliases externalIds'),
    ...typed('long[]', 'spans rawSpans'),
    count: 'count:long',
  }),
  supersedes: table('supersedes.csv', ends('document', 'document')),
  from: table('from.csv', ends('statement', 'document')),
  subjects: table('subjects.csv', ends('statement', 'entity')),
  objects: table('objects.csv', ends('statement', 'entity')),
  relationships: table('relationships.csv', {
    ...ends('entity', 'entity'),
    ':TYPE': ':TYPE',
    ...ofModel(SUMMARY_PROPERTIES, OWN_PROPERTIES),
  }),
} as const;

/** The importer reads an empty list as none; this query gives entities theirs after the import. */
export const AFTER_IMPORT = `MATCH (e:Entity)
CALL (e) {
  SET e.aliases = coalesce(e.aliases, []), e.aliasKeys = coalesce(e.aliasKeys, []),
      e.externalIds = coalesce(e.externalIds, [])
} IN TRANSACTIONS OF 10000 ROWS`;

/** The importer's arguments for the tables in a folder. */
export function importArguments(folder: string): string[] {
  const { documents, entities, statements, tallies, mentions, ...joins } = IMPORT_TABLES;
  const { supersedes, from, subjects, objects, relationships } = joins;
  const files = (of: ImportTable) => `${folder}/${of.file}`;
  return [
    `--nodes=Document=${files(documents)}`,
    `--nodes=${files(entities)}`,
    `--nodes=Statement=${files(statements)}`,
    `--nodes=Tally=${files(tallies)}`,
    `--relationships=MENTIONS=${files(mentions)}`,
    `--relationships=SUPERSEDES=${files(supersedes)}`,
    `--relationships=FROM=${files(from)}`,
    `--relationships=SUBJECT=${files(subjects)}`,
    `--relationships=OBJECT=${files(objects)}`,
    `--relationships=${files(relationships)}`,
    ...IMPORT_OPTIONS,
  ];
}
