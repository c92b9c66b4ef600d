import PostalMime, { type Email } from 'postal-mime';
import { anyOf } from '../../text/pattern.ts';
import { DEPTH_MAX } from '../archives/zip.ts';
import { hasMarkup } from '../html/html.ts';
import {
  bytesOf,
  type Input,
  innerInput,
  type Reader,
  type Reading,
  WHOLE_MAX,
} from '../reader.ts';
import {
  headed,
  type Metadata,
  mergeMetadata,
  type ReadItem,
  Refusal,
  skip,
  sourceDocument,
} from '../record.ts';

const HEADER = /^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*\S?/;
const KNOWN = new RegExp(
  `^${anyOf(
    'from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|received',
    String.raw`return-path|delivered-to|reply-to|x-[\w-]+|in-reply-to|references|list-[\w-]+|sender`,
    'dkim-signature|snapshot-content-location|authentication-results',
  )}$`,
  'i',
);
const ESSENTIAL = /^(?:from|mime-version|message-id|received|return-path|delivered-to)$/i;

/** Whether a text begins with `Name: value` lines, at least two of them headers of a mail. */
export function beginsLikeMail(text: string): boolean {
  const names: string[] = [];
  for (const line of text.split(/\r?\n/, 200)) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && names.length > 0) continue;
    const name = HEADER.exec(line)?.[1];
    if (name === undefined) return false;
    names.push(name);
  }
  return (
    names.filter((name) => KNOWN.test(name)).length >= 2 &&
    names.some((name) => ESSENTIAL.test(name))
  );
}

/** The author's own text, without quoted lines, "Original Message" and the signature. */
function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const cut = lines.findIndex(
    (line, at) => /^-{2,}\s*Original Message\s*-{2,}\s*$/i.test(line) || (line === '-- ' && at > 0),
  );
  const kept = cut > 0 ? lines.slice(0, cut) : lines;
  const own = kept.filter(
    (line, at) =>
      !/^\s*>/.test(line) &&
      !(
        /\b(?:wrote|writes):\s*$/.test(line) &&
        /^\s*(?:>|$)/.test(kept[at + 1] ?? '') &&
        kept.slice(at + 1, at + 4).some((next) => /^\s*>/.test(next))
      ),
  );
  // A mail of quotes only is a forward, and is kept.
  return own.join('').trim() === '' ? text : own.join('\n').trim();
}

const headerOf = ({ headers }: Email, name: string): string | null =>
  headers.find(({ key }) => key === name)?.value ?? null;

/** The plain part, unless it is a stub beside an HTML part. */
async function bodyOf(
  { text, html }: Email,
  readPage: Reading['html'],
): Promise<{ text: string; page: Metadata } | null> {
  const plain = text ? ownWords(text) : '';
  if (html && (plain.length < 200 || hasMarkup(plain))) {
    const page = await readPage(html);
    if (page !== null && page.text.length > plain.length)
      return { text: page.text, page: page.metadata };
  }
  return plain.trim() === '' ? null : { text: plain, page: {} };
}

/** Types of attachments that are read; others are reported and left out. */
const ATTACHED: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/msword',
  'application/rtf',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
  'text/html',
  'text/csv',
  'text/rtf',
  'text/markdown',
  'application/json',
  'application/x-pdf',
  'application/epub+zip',
  'message/rfc822',
]);
/** Media types without information, for which the content decides. */
const UNTOLD = /^application\/(?:octet-stream|x-download|force-download|download|binary|unknown)$/;
const mayBeRead = (mimeType: string) => ATTACHED.has(mimeType) || UNTOLD.test(mimeType);

async function* attachmentsOf(
  email: Email,
  input: Input,
  { inner }: Reading,
): AsyncGenerator<ReadItem> {
  for (const [at, { filename, mimeType, content, related }] of email.attachments.entries()) {
    if (related) continue;
    const name = `${input.name}!/${filename ?? `attachment-${at + 1}`}`;
    if (!mayBeRead(mimeType)) yield skip(name, `is an attachment of the type ${mimeType}`);
    else {
      const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
      yield* inner(
        await innerInput(input, { name, declared: UNTOLD.test(mimeType) ? null : mimeType }, bytes),
      );
    }
  }
}

/** Reads a saved page (MHTML), without the mail around it. */
async function savedPage(
  email: Email,
  input: Input,
  bytes: Buffer,
  readPage: Reading['html'],
): Promise<ReadItem> {
  const page = email.html ? await readPage(email.html) : null;
  if (page === null) throw new Refusal('is a saved page (MHTML) that holds no article');
  const url = headerOf(email, 'snapshot-content-location') ?? headerOf(email, 'content-location');
  return sourceDocument(
    input.name,
    bytes,
    page.text,
    mergeMetadata(input.given, page.metadata, { url }, input.fallback),
  );
}

async function* readMail(input: Input, reading: Reading): AsyncGenerator<ReadItem> {
  if (input.depth > DEPTH_MAX) throw new Refusal('is a mail within too many mails');
  const bytes = await bytesOf(input);
  let email: Email;
  try {
    email = await PostalMime.parse(bytes);
  } catch (error) {
    throw new Refusal(`is no sound mail: ${(error as Error).message.slice(0, 120)}; save it anew`);
  }
  const isPage =
    /^multipart\/related\b/i.test(headerOf(email, 'content-type') ?? '') &&
    (headerOf(email, 'snapshot-content-location') !== null ||
      /^<saved by/i.test(headerOf(email, 'from') ?? ''));
  if (isPage) {
    yield await savedPage(email, input, bytes, reading.html);
    return;
  }
  const body = await bodyOf(email, reading.html);
  const attached = email.attachments.some(
    ({ mimeType, related }) => !related && mayBeRead(mimeType),
  );
  if (body === null && !attached) throw new Refusal('is a mail without words');
  const subject = email.subject?.replace(/^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+/i, '') ?? null;
  const own: Metadata = {
    title: subject,
    publisher: email.from?.name || email.from?.address || null,
    // The raw header gives the sender's day; a parsed date could be in another time zone.
    publishedOn: headerOf(email, 'date'),
    language: headerOf(email, 'content-language'),
  };
  if (body !== null)
    yield sourceDocument(
      input.name,
      bytes,
      headed(subject, body.text),
      mergeMetadata(input.given, own, body.page, input.fallback),
    );
  yield* attachmentsOf(email, input, reading);
}

/** A mail (RFC 822), or a page saved in that format (MHTML). */
export const mailReader: Reader = {
  format: 'mail',
  maxBytes: WHOLE_MAX,
  recognise: ({ text, declared }) => declared === 'message/rfc822' || beginsLikeMail(text),
  read: readMail,
};
