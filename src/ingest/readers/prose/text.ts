import { shortHash } from '../../../model/ids.ts';
import { decode, guessWarning, isBinary } from '../decode.ts';
import { bytesOf, type Input, type Reader } from '../reader.ts';
import { mergeMetadata, type ReadItem, Refusal, skip, sourceDocument } from '../record.ts';
import { type FrontMatter, frontMatterOf } from './front-matter.ts';
import { notProse } from './prose.ts';

function* warningsOf(name: string, front: FrontMatter | null): Generator<ReadItem> {
  if (front?.problem) yield { warning: `${name}: ${front.problem}` };
  if (front && front.unread.length > 0)
    yield {
      warning: `${name}: ${front.unread.slice(0, 20).join(', ')} of its front matter: not read`,
    };
}

/** Replaces front matter by spaces, so that offsets into the file stay valid. */
const blanked = (raw: string, end: number) =>
  raw.slice(0, end).replace(/[^\n]/g, ' ') + raw.slice(end);

/** A text from a pipe is named by its content, or it would replace the text of the last pipe. */
const sourceOf = ({ name, unnamed }: Input, bytes: Buffer) =>
  unnamed ? `${name}#${shortHash(bytes.toString('base64'))}` : name;

const YAML_NAME = /^\.ya?ml$/;
const YAML_LINE = /^\s*(?:- )?["']?[\w .-]{1,60}["']?:(?:\s|$)/m;

/** The date before the name of a post with front matter, as site generators have it: "2024-03-14-talks.md". */
const dateOfName = (name: string) => /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+$/.exec(name)?.[1] ?? null;

async function* readText(input: Input): AsyncGenerator<ReadItem> {
  const bytes = await bytesOf(input);
  const { text, guessed } = decode(bytes, { charset: input.charset });
  // Old Macs end lines with a carriage return alone.
  const raw = text.replace(/\r(?!\n)/g, '\n');
  if (raw.trim() === '') return yield skip(input.name, 'is empty');
  if (isBinary(raw)) throw new Refusal('is no text; convert it first');
  const front = frontMatterOf(raw);
  const body = front ? blanked(raw, front.end) : raw;
  if (body.trim() === '') throw new Refusal('has front matter and no text behind it');
  if (front === null && YAML_NAME.test(input.head.ending) && YAML_LINE.test(raw))
    throw new Refusal(
      'is YAML, no prose; write each article as "title: …" and "date: …" between "---" lines, and the text behind them',
      raw,
    );
  const problem = notProse(body.slice(front?.end ?? 0));
  if (problem) throw new Refusal(`seems to be ${problem.name}, no prose; ${problem.remedy}`, raw);
  if (guessed) yield { warning: guessWarning(input.name) };
  yield* warningsOf(input.name, front);
  yield sourceDocument(
    sourceOf(input, bytes),
    bytes,
    body,
    mergeMetadata(
      input.given,
      front?.metadata,
      input.fallback,
      front ? { publishedOn: dateOfName(input.name) } : {},
    ),
  );
}

export const textReader: Reader = {
  format: 'text',
  maxBytes: 20_000_000,
  recognise: () => true,
  read: readText,
};

/** Markdown is read as text; its marks become spaces of equal length. */
export const markdownReader: Reader = {
  format: 'markdown',
  maxBytes: 20_000_000,
  recognise: ({ ending, text }) =>
    /^\.(?:md|markdown|mdx|mkd)$/.test(ending) && !/^\s*[{[<]/.test(text),
  read: readText,
};
