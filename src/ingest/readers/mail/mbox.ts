import { shortHash } from '../../../model/ids.ts';
import type { Input, Reader, Reading } from '../reader.ts';
import { mergeMetadata, type ReadItem, reject } from '../record.ts';
import { linesOf } from '../sources/lines.ts';
import { beginsLikeMail } from './mail.ts';

const MESSAGE_MAX = 32_000_000;
const FROM_LINE = /^From \S+.*\d{4}\s*$/;

interface Message {
  readonly number: number;
  readonly line: number;
  /** Its "From " line. */
  readonly from: string;
  /** Null for a mail that is too long. */
  readonly bytes: Buffer | null;
}

async function* messagesOf(input: Input): AsyncGenerator<Message> {
  let parts: Buffer[] = [];
  let [length, number, start] = [0, 0, 1];
  let afterBlank = true;
  let from = '';
  const take = (): Message => ({
    number,
    line: start,
    from,
    bytes: length > MESSAGE_MAX ? null : Buffer.concat(parts),
  });
  for await (const line of linesOf(input)) {
    const text =
      line.bytes === null ? '' : line.bytes.subarray(0, 200).toString('latin1').trimEnd();
    if (afterBlank && FROM_LINE.test(text)) {
      if (number > 0) yield take();
      [parts, length, start, from] = [[], 0, line.number, text];
      number++;
      continue;
    }
    afterBlank = text === '';
    const bytes = line.bytes ?? Buffer.alloc(0);
    length += line.bytes === null ? MESSAGE_MAX + 1 : bytes.length + 1;
    if (length > MESSAGE_MAX) parts = [];
    // A line that begins with "From " is escaped by ">".
    else parts.push(/^>+From /.test(text) ? bytes.subarray(1) : bytes, Buffer.from('\n'));
  }
  if (number > 0) yield take();
}

/** The day of `From a@b.org Thu Nov 20 10:00:00 2025`. */
function dayOf(from: string): string | null {
  const [, month, day, year] =
    /\s([A-Z][a-z]{2})\s+(\d{1,2})\s+[\d:]+\s+(?:\S+\s+)?(\d{4})$/.exec(from) ?? [];
  return year === undefined ? null : `${day} ${month} ${year}`;
}

const idOf = (bytes: Buffer) =>
  /^message-id:\s*<([^<>\s]{1,200})>/im.exec(bytes.subarray(0, 16_000).toString('latin1'))?.[1];

async function* readMbox(input: Input, reading: Reading): AsyncGenerator<ReadItem> {
  const seen = new Set<string>();
  for await (const { number, line, from, bytes } of messagesOf(input)) {
    if (bytes === null) {
      yield reject(
        input.name,
        `mail ${number} is longer than ${MESSAGE_MAX} bytes; save it by itself`,
        { line },
      );
      continue;
    }
    const id = idOf(bytes) ?? shortHash(bytes.toString('latin1'));
    const name = `${input.name}#${id}`;
    if (seen.has(id)) {
      yield { warning: `${input.name}: mail ${id} stands there twice; it was read once` };
      continue;
    }
    seen.add(id);
    // A mail without a date has that of its "From " line.
    const fallback = mergeMetadata({ publishedOn: dayOf(from) }, input.fallback);
    yield* reading.whole('mail', { ...input, name, fallback }, bytes);
  }
}

/** A mailbox, of which each mail is a document. */
export const mboxReader: Reader = {
  format: 'mbox',
  maxBytes: null,
  recognise: ({ text }) => {
    const [first = '', ...rest] = text.split(/\r?\n/, 60);
    return (
      FROM_LINE.test(first) &&
      (beginsLikeMail(rest.join('\n')) || HEADER_LINES.test(rest.join('\n')))
    );
  },
  read: readMbox,
};

const HEADER_LINES = /^(?:[A-Za-z-]{2,40}:.*\n){2}/;
