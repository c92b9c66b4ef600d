import { readFileSync } from 'node:fs';
import { type CsvError, type Options, parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string | undefined>>;

export interface Rows {
  readonly rows: readonly { readonly row: Row; readonly line: number }[];
  /** What could not be read: file, line and remedy. */
  readonly rejected: readonly string[];
}

const FORMAT = {
  columns: true,
  info: true,
  bom: true,
  trim: true,
  comment: '#',
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
} as const satisfies Options;

const REMEDIES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'a quotation mark is opened and not closed; close it, until then nothing of this file is used',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows a closing quotation mark; double the marks inside a quoted value',
};

/** @returns null when it cannot be read: a folder, or a file of someone else */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Reads a CSV file with a line of column names; lines that begin with `#` are comments.
 * @param name what the file is called in messages
 */
export function readRows(name: string, text: string): Rows {
  try {
    const rows: { record: Row; info: { lines: number } }[] = parse(text, FORMAT);
    return {
      rows: rows.map(({ record, info }) => ({ row: record, line: info.lines })),
      rejected: [],
    };
  } catch (error) {
    const { code, lines, message } = error as CsvError;
    const said = REMEDIES[code] ?? `${message}; write it as CSV`;
    return { rows: [], rejected: [`${name}:${String(lines ?? 1)} ${said}`] };
  }
}
