import { decode, guessWarning } from '../decode.ts';
import type { Head, Input, Reader, Reading } from '../reader.ts';
import { type ReadItem, Refusal, reject } from '../record.ts';
import { type FoundRecord, RecordReader } from '../records.ts';
import { LINE_MAX_BYTES, type Line, linesOf } from '../sources/lines.ts';
import { recordsIn } from './json-records.ts';
import { shapeOf } from './json-shapes.ts';

/** After this many records without any text, the rest of a file is not tried. */
const WITHOUT_TEXT_MAX = 100;

function parse(input: Input, line: Line, text: string): object | ReadItem {
  const at = { line: line.number, byteOffset: line.byteOffset, text };
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    return reject(
      input.name,
      `line ${line.number} is no JSON: ${(error as Error).message.slice(0, 120)}; write one object a line`,
      at,
    );
  }
  return typeof record === 'object' && record !== null && !Array.isArray(record)
    ? record
    : reject(
        input.name,
        `line ${line.number} is no object; write {"text": "...", "title": "...", "publishedOn": "..."}`,
        at,
      );
}

const register = (record: unknown, count: number, text: string) =>
  new Refusal(
    `has no "text" in any of its first ${count} records${shapeOf(record)}; a register of records is no collection of articles: add "text" to each, or leave it out`,
    text,
  );

async function* readJsonLines(input: Input, { html }: Reading): AsyncGenerator<ReadItem> {
  const records = new RecordReader(input);
  let read = 0;
  let last: unknown = null;
  const withoutText: ReadItem[] = [];
  let guessed = false;
  for await (const line of linesOf(input)) {
    const at = { line: line.number, byteOffset: line.byteOffset };
    if (line.bytes === null) {
      yield reject(
        input.name,
        `line ${line.number} is longer than ${LINE_MAX_BYTES} bytes; split the document`,
        at,
      );
      continue;
    }
    const decoded = decode(line.bytes, { charset: input.charset });
    if (decoded.guessed && !guessed) {
      guessed = true;
      yield { warning: guessWarning(input.name) };
    }
    const text = withoutMarks(decoded.text).trim();
    if (text === '') continue;
    const record = parse(input, line, text);
    if ('reject' in record) {
      yield record as ReadItem;
      continue;
    }
    last = record;
    const found: FoundRecord[] = [];
    for await (const one of recordsIn(record, html)) found.push(one);
    for (const [number, one] of found.entries()) {
      const name = found.length === 1 ? String(line.number) : `${line.number}.${number + 1}`;
      const identity = found.length === 1 ? line.bytes : Buffer.from(JSON.stringify(one.entries));
      yield records.read(one, `line ${line.number}`, name, identity, { ...at, text });
      read++;
    }
    if (found.length > 0) continue;
    withoutText.push(
      reject(input.name, `line ${line.number} has no "text"; add it${shapeOf(record)}`, {
        ...at,
        text,
      }),
    );
    if (read > 0) yield* withoutText.splice(0);
    else if (withoutText.length >= WITHOUT_TEXT_MAX)
      throw register(record, withoutText.length, text);
  }
  if (read === 0 && withoutText.length > 1) throw register(last, withoutText.length, '');
  yield* withoutText;
  yield* records.warnings();
}

/** Removes the separators of a JSON text sequence (RFC 7464), which no value may contain. */
const withoutMarks = (text: string) => text.replace(/^\ufeff/, '').replaceAll('\u001e', '');

const isObjectLine = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** One object per line. The ending decides for a single line, or if the first two are broken. */
function recognise({ text: raw, ending, bytes }: Head): boolean {
  const text = withoutMarks(raw);
  if (!/^\s*[{[]/.test(text)) return false;
  if (/^\.(?:jsonl|ndjson|jsonlines)$/.test(ending)) return true;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const whole = bytes.length < 65_536 ? lines : lines.slice(0, -1);
  return whole.length > 1 && whole.slice(0, 2).every(isObjectLine);
}

/** One JSON object per line, each a document; the file may have any length. */
export const jsonLinesReader: Reader = {
  format: 'jsonl',
  maxBytes: null,
  recognise,
  read: readJsonLines,
};
