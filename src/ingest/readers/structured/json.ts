import { decode, guessWarning } from '../decode.ts';
import { looseJson } from '../html/json-ld.ts';
import { metadataOf } from '../keys.ts';
import { jsonFrontMatterOf } from '../prose/front-matter.ts';
import { bytesOf, type Head, type Input, type Reader, type Reading, WHOLE_MAX } from '../reader.ts';
import { type ReadItem, Refusal } from '../record.ts';
import { type FoundRecord, idsOf, RecordReader } from '../records.ts';
import { recordsIn } from './json-records.ts';
import { shapeOf } from './json-shapes.ts';

/** @returns the value, and what was repaired to read it */
function parse(raw: string): { value: unknown; problem: string | null } {
  try {
    const value: unknown = JSON.parse(raw);
    return { value: typeof value === 'string' ? { text: value } : value, problem: null };
  } catch (error) {
    const loose = looseJson(raw);
    const problem = (error as Error).message.slice(0, 120);
    if (typeof loose === 'object' && loose !== null) return { value: loose, problem };
    throw new Refusal(
      `begins like JSON and is none: ${problem}; mend it, or write one object a line`,
      raw,
    );
  }
}

const repeated = (values: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  return new Set(values.filter((value) => seen.has(value) || !seen.add(value)));
};

async function* readJson(input: Input, { html }: Reading): AsyncGenerator<ReadItem> {
  const bytes = await bytesOf(input);
  const { text, guessed } = decode(bytes, { charset: input.charset });
  const raw = text.replace(/^\ufeff/, '').trim();
  const { value, problem } = parse(raw);
  if (guessed) yield { warning: guessWarning(input.name) };
  const found: FoundRecord[] = [];
  for await (const one of recordsIn(value, html)) found.push(one);
  const records = new RecordReader(input, repeated(found.flatMap(({ entries }) => idsOf(entries))));
  for (const [at, one] of found.entries()) {
    // A record without an id is named by its address, which stays when others are added.
    const name = metadataOf(one.entries).url ?? String(at + 1);
    const identity = Buffer.from(JSON.stringify(one.entries));
    yield records.read(one, `record ${at + 1}`, name, identity);
  }
  if (found.length === 0)
    throw new Refusal(
      `is JSON without a text${shapeOf(value)}; give each article as {"text": "...", "title": "...", "publishedOn": "..."}`,
      raw,
    );
  if (problem)
    yield {
      warning: `${input.name}: is no sound JSON (${problem}); what could be mended was read`,
    };
  yield* records.warnings();
}

const VALUE = /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["\]\d-]|true|false|null))/;
/** Keys without quotation marks, or leading comments, as in JSON5. */
const LOOSE = /^\s*(?:\/\/[^\n]*\n\s*)*\{\s*(?:'[\w -]{1,60}'|[\w$]{1,60})\s*:\s*['"[{\d]/;
const LINK = /^\s*\[[^\]"{]{1,80}\]\(?/;

/** A text written as a single JSON string: `"Oslo, 5 March\\n\\nThe minister …"`. */
function isString(text: string): boolean {
  const told = text.trim();
  if (!/^".*\\.*"$/.test(told)) return false;
  try {
    return typeof JSON.parse(told) === 'string';
  } catch {
    return false;
  }
}

const recognise = ({ text }: Head) =>
  (VALUE.test(text) || LOOSE.test(text) || isString(text)) &&
  !LINK.test(text) &&
  jsonFrontMatterOf(text) === null;

/** JSON of any shape that holds objects with a text: a record, a list, an API's answer. */
export const jsonReader: Reader = {
  format: 'json',
  maxBytes: WHOLE_MAX,
  recognise,
  read: readJson,
};
