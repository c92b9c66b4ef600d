import { decode, guessWarning } from '../decode.ts';
import { looseJson } from '../html/json-ld.ts';
import { metadataOf } from '../keys.ts';
import { bytesOf, type Input, type Reader, type Reading, WHOLE_MAX } from '../reader.ts';
import { type ReadItem, Refusal } from '../record.ts';
import { type FoundRecord, idsOf, RecordReader } from '../records.ts';
import { recordsIn } from './json-records.ts';
import { shapeOf } from './json-shapes.ts';

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch (error) {
    const loose = looseJson(raw);
    if (typeof loose === 'object' && loose !== null) return loose;
    throw new Refusal(
      `begins like JSON and is none: ${(error as Error).message.slice(0, 120)}; mend it, or write one object a line`,
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
  const value = parse(raw);
  if (guessed) yield { warning: guessWarning(input.name) };
  const found: FoundRecord[] = [];
  for await (const one of recordsIn(value, html)) found.push(one);
  const records = new RecordReader(input, repeated(found.flatMap(({ entries }) => idsOf(entries))));
  for (const [at, one] of found.entries()) {
    // A record without an id keeps its name when others are put before it: by its address, if it has one.
    const name = metadataOf(one.entries).url ?? String(at + 1);
    const identity = Buffer.from(JSON.stringify(one.entries));
    yield records.read(one, `record ${at + 1}`, name, identity);
  }
  if (found.length === 0)
    throw new Refusal(
      `is JSON without a text${shapeOf(value)}; give each article as {"text": "...", "title": "...", "publishedOn": "..."}`,
      raw,
    );
  yield* records.warnings();
}

/** JSON of any shape that holds objects with a text: a record, a list, a JSON Feed, what an API answers. */
export const jsonReader: Reader = {
  format: 'json',
  maxBytes: WHOLE_MAX,
  recognise: ({ text }) =>
    /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["\]\d-]|true|false|null))/.test(text) &&
    !/^\s*\[[^\]"{]{1,80}\]\(?/.test(text),
  read: readJson,
};
