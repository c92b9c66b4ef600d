import { Readable } from 'node:stream';
import { type Options, parse as parseStream } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { charsetOf, guessWarning } from '../decode.ts';
import { meaningOf } from '../keys.ts';
import type { Head, Input, Reader, Reading } from '../reader.ts';
import { type ReadItem, Refusal, reject } from '../record.ts';
import { type Entries, RecordReader, recordText } from '../records.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
const CELL_MAX = 10_000_000;
const SAMPLE_ROWS = 50;
/** Most characters of a column's name; a longer cell of the first row is a sentence. */
const NAME_MAX = 60;

const OPTIONS: Options = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: CELL_MAX,
};

/** Excel may name the delimiter in a line above the table. */
const NAMED_DELIMITER = /^\ufeff?sep=([,;|\t])\r?\n/i;
const delimiterNamed = (text: string) => NAMED_DELIMITER.exec(text)?.[1] ?? null;
const optionsOf = (text: string): Options =>
  delimiterNamed(text) === null ? OPTIONS : { ...OPTIONS, from_line: 2 };

/** The first rows, without a row that the sample cuts. */
function sampleOf(text: string, delimiter: string, cut: boolean): string[][] {
  const rows: string[][] = [];
  try {
    parse(text, {
      ...optionsOf(text),
      delimiter,
      to: SAMPLE_ROWS,
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
  } catch {
    // A quotation that the cut leaves open.
  }
  return cut && rows.length > 1 && rows.length < SAMPLE_ROWS ? rows.slice(0, -1) : rows;
}

const isTextColumn = (name: string) => /^(?:text|html)$/.test(meaningOf(name) ?? '');
const hasTextColumn = (header: readonly string[]) => header.some(isTextColumn);
const isHeader = (row: readonly string[]) =>
  row.length > 1 &&
  row.every((name) => name.trim().length <= NAME_MAX && !/[.!?]\s/.test(name)) &&
  row.filter((name) => name.trim() !== '').length > row.length / 2;

/** The delimiter that gives all rows of the sample as many cells as the first; null without one. */
function delimiterOf({ text, ending, bytes }: Head): string | null {
  if (text.length === 0 || /^\s*[<{[]/.test(text)) return null;
  const told = delimiterNamed(text);
  if (told !== null) return told;
  const named = /^\.(?:csv|tsv|tab)$/.test(ending);
  if (named && isTextColumn(text.split(/\r?\n/, 1)[0]!)) return ',';
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const rows = sampleOf(text, delimiter, bytes.length >= 65_536);
    const width = rows[0]?.length ?? 0;
    if (width < 2 || rows.length < 2) continue;
    const even = rows.filter((row) => row.length === width).length / rows.length;
    const columns = rows[0]!.filter((name) => meaningOf(name) !== null).length;
    if (even < (named ? 0.5 : 0.9)) continue;
    // Prose may have a comma on two lines: without an ending, names must be known or columns many.
    const plausible = columns >= 2 || (isHeader(rows[0]!) && width >= 3 && rows.length >= 3);
    if (named || plausible) return delimiter;
  }
  return null;
}

async function* decoded(input: Input, charset: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(charset === 'utf8' ? 'utf-8' : charset);
  for await (const chunk of input.chunks()) yield decoder.write(chunk);
  yield decoder.end() ?? '';
}

const columnsOf = (header: readonly string[]) =>
  header
    .slice(0, 12)
    .map((name) => name.trim().slice(0, 40))
    .join(', ') + (header.length > 12 ? ', …' : '');

async function* readCsv(input: Input, { html }: Reading): AsyncGenerator<ReadItem> {
  const delimiter = delimiterOf(input.head) ?? (input.head.ending === '.tsv' ? '\t' : ',');
  const cut = input.head.bytes.length >= 65_536;
  const { charset, guessed } = charsetOf(input.head.bytes, input.charset);
  const header = sampleOf(input.head.text, delimiter, cut)[0] ?? [];
  if (!hasTextColumn(header))
    throw new Refusal(
      isHeader(header) &&
        header.some((name) => /\p{L}/u.test(name)) &&
        !header.some((name) => /^\d+$/.test(name))
        ? `is a table whose columns are ${columnsOf(header)}: none of them is "text" (or body, content, html). A register of rows is no collection of articles; where one column is the text, name it so`
        : `is a table without a line of column names; give it one with "title", "date" and "text"`,
      input.head.text,
    );
  if (guessed) yield { warning: guessWarning(input.name) };
  const records = new RecordReader(input);
  const parser = Readable.from(decoded(input, charset)).pipe(
    parseStream({ ...optionsOf(input.head.text), delimiter, info: true }),
  );
  let number = 0;
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    number++;
    if (number === 1) continue;
    // In a single column, every character is text.
    const cells = header.length === 1 ? [record.join(delimiter)] : record;
    const entries: Entries = header.map((name, at) => [name.trim(), cells[at] ?? '']);
    const at = { line: info.lines, text: record.join(delimiter).slice(0, 200) };
    if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      yield reject(
        input.name,
        `row ${number} has ${cells.length} cells and the table ${header.length} columns; put texts that hold "${delimiter}" into quotation marks`,
        at,
      );
      continue;
    }
    const found = await recordText(entries, html);
    if (found === null) yield reject(input.name, `row ${number} has no text; it is left out`, at);
    else
      yield records.read(
        { entries, found },
        `row ${number}`,
        String(number),
        Buffer.from(JSON.stringify(record)),
        at,
      );
  }
  yield* records.warnings();
}

/** A table of articles with a line of column names, one of which is the text. */
export const csvReader: Reader = {
  format: 'csv',
  maxBytes: null,
  recognise: (head) =>
    delimiterOf(head) !== null || /^text\/(?:csv|tab-separated-values)/.test(head.declared ?? ''),
  read: readCsv,
};
