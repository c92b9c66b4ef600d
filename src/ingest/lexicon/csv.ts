import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CsvError, type Options, parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string | undefined>>;

export interface Rows {
  readonly rows: readonly { readonly row: Row; readonly line: number }[];
  /** Rows that could not be read: file, line and remedy. */
  readonly rejected: readonly string[];
}

const FORMAT = {
  info: true,
  bom: true,
  trim: true,
  comment: '#',
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
} as const satisfies Options;

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'companies.csv': ['id', 'name', 'aliases', 'country', 'parent', 'wikidata'],
  'organisations.csv': ['id', 'name', 'aliases', 'kind', 'country', 'partOf', 'wikidata'],
  'people.csv': ['id', 'name', 'aliases', 'country', 'wikidata'],
  'weapon-systems.csv':
    'id name designation aliases kind variantOf makers countries wikidata'.split(' '),
};
const OTHER_COLUMNS =
  'id name aliases type kind parties startsOn endsOn durationYears wikidata'.split(' ');

const REMEDIES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'a quotation mark is opened and not closed; close it, until then nothing of this file is used',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows a closing quotation mark; double the marks inside a quoted value',
};

/** @returns null when it cannot be read: a folder, or a file without permission */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Reads a CSV file with a line of column names; lines that begin with `#` are comments.
 * @param name of the file in messages
 */
export function readRows(name: string, text: string): Rows {
  const at = text.split('\n').findIndex((line) => /^\ufeff?\s*[^#\s]/.test(line));
  let columns: string[] = [];
  try {
    const rows: { record: Row; info: { lines: number } }[] = parse(text, {
      ...FORMAT,
      columns(header: string[]) {
        columns = header;
        return header;
      },
    });
    if (at >= 0 && !columns.includes('name'))
      return {
        rows: [],
        rejected: [
          `${name}:${at + 1} has no column "name"; begin with a line such as name,aliases,country, with commas between; nothing of this file is used`,
        ],
      };
    const known = COLUMNS[path.basename(name)] ?? OTHER_COLUMNS;
    return {
      rows: rows.map(({ record, info }) => ({ row: record, line: info.lines })),
      rejected: columns
        .filter((column) => column !== '' && !known.includes(column))
        .map(
          (column) =>
            `${name}:${at + 1} the column "${column}" is not read; the columns of this file are ${known.join(', ')}`,
        ),
    };
  } catch (error) {
    const { code, lines, message } = error as CsvError;
    const said = REMEDIES[code] ?? `${message}; write it as CSV`;
    return { rows: [], rejected: [`${name}:${String(lines ?? 1)} ${said}`] };
  }
}

/** The values of a cell, separated by `|`. */
export const listOf = (cell = ''): string[] => cell.split('|').filter(Boolean);

/** Two capitals, the form of ISO 3166 codes. */
export const isCountryCode = (value = ''): value is string => /^[A-Z]{2}$/.test(value);
/** The id of an item of Wikidata, as `Q7240`. */
export const isWikidataId = (value = ''): value is string => /^Q[1-9]\d*$/.test(value);
export const isYears = (value = ''): value is string => /^\d+$/.test(value);

/** Values of a row that are ignored or changed, with the remedy. */
export function wrongValues(row: Row, kinds: readonly string[] | null): string[] {
  const { country, countries, kind, durationYears, wikidata } = row;
  const wrong = [...listOf(country), ...listOf(countries)]
    .filter((code) => !isCountryCode(code))
    .map((code) => `the country "${code}" is not used; write its code of two capitals, as DE`);
  if (kind && kinds !== null && !kinds.includes(kind))
    wrong.push(`the kind "${kind}" is read as "other"; write ${kinds.join(', ')}`);
  if (durationYears && !isYears(durationYears))
    wrong.push(`durationYears "${durationYears}" is not used; write a whole number, as 10`);
  if (wikidata && !isWikidataId(wikidata))
    wrong.push(`the Wikidata id "${wikidata}" is not used; write it as Q7240`);
  return wrong;
}
