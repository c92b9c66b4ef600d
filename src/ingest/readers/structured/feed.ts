import { decodeHTML } from 'entities';
import { shortHash } from '../../../model/ids.ts';
import { decode, guessWarning } from '../decode.ts';
import { hasMarkup } from '../html/html.ts';
import { bytesOf, type Input, type Reader, type Reading } from '../reader.ts';
import {
  headed,
  type Metadata,
  mergeMetadata,
  type ReadItem,
  Refusal,
  reject,
  sourceDocument,
} from '../record.ts';
import {
  childrenOf,
  type Element,
  markupWithin,
  type Names,
  parseXml,
  rootOf,
  textWithin,
} from './xml.ts';

/** An entry of a feed, with the names that may distinguish it. */
interface Entry {
  readonly title: string | null;
  readonly body: string | null;
  readonly metadata: Metadata;
  /** Guid, link and content: the first that no other entry has is its name. */
  readonly names: readonly string[];
  readonly bytes: Buffer;
}

const CONTENT =
  'content:encoded content xhtml:body dcterms:description description summary media:description itunes:summary subtitle'.split(
    ' ',
  );
const DATES =
  'pubdate published issued dc:date dcterms:issued dcterms:created created updated modified'.split(
    ' ',
  );

function reader(nameOf: Names) {
  const all = (element: Element, name: string) =>
    childrenOf(element).filter((child) => nameOf(child) === name);
  const text = (element: Element, name: string): string | null => {
    for (const child of all(element, name)) {
      const found = decodeHTML(textWithin(child))
        .replace(/<[^<>]{1,300}>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (found !== '') return found;
    }
    return null;
  };
  return { all, text };
}

/** The markup of an element, written directly or escaped once or twice. */
function markupOf(element: Element): string {
  if (childrenOf(element).length > 0) {
    return markupWithin(element).replace(/<(\/?)[\w-]+:/g, '<$1');
  }
  const written = textWithin(element).trim();
  const text =
    element.attribs.mode === 'base64' ? Buffer.from(written, 'base64').toString() : written;
  if (hasMarkup(text)) return text;
  const once = decodeHTML(text);
  return hasMarkup(once) ? once : text;
}

/** The text of an entry: markup is read as a page, other content only has its entities decoded. */
async function plain(content: string, html: Reading['html']): Promise<string> {
  if (!hasMarkup(content))
    return decodeHTML(content)
      .replace(/[^\S\n]+/g, ' ')
      .trim();
  return (await html(content))?.text ?? '';
}

function linkOf(entry: Element, { all }: ReturnType<typeof reader>): string | null {
  for (const link of all(entry, 'link')) {
    const { href, rel = 'alternate' } = link.attribs;
    const found = (rel === 'alternate' ? href : undefined) ?? textWithin(link).trim();
    if (found) return found;
  }
  const guid = all(entry, 'guid')[0];
  const address = guid && guid.attribs.isPermaLink !== 'false' ? textWithin(guid).trim() : '';
  return /^https?:/i.test(address) ? address : (entry.attribs['rdf:about'] ?? null);
}

async function bodyOf(
  entry: Element,
  { all }: ReturnType<typeof reader>,
  html: Reading['html'],
): Promise<string | null> {
  let best = '';
  for (const name of CONTENT)
    for (const element of all(entry, name)) {
      const body = await plain(markupOf(element), html);
      // The longest content is the article; a summary counts only without one.
      if (
        body.length > best.length &&
        (best === '' || name === 'content' || name === 'content:encoded')
      )
        best = body;
    }
  return best === '' ? null : best;
}

async function entryOf(
  entry: Element,
  nameOf: Names,
  channel: Metadata,
  html: Reading['html'],
): Promise<Entry> {
  const read = reader(nameOf);
  const title = read.text(entry, 'title');
  const url = linkOf(entry, read);
  const body = await bodyOf(entry, read, html);
  const source = read.all(entry, 'source')[0];
  const guid = read.text(entry, 'guid') ?? read.text(entry, 'id');
  const bytes = Buffer.from(JSON.stringify([url, title, body]));
  return {
    title,
    body,
    metadata: mergeMetadata(
      {
        title,
        url,
        publisher:
          (source && read.text(source, 'title')) ??
          (source && childrenOf(source).length === 0 ? textWithin(source).trim() : null) ??
          read.text(entry, 'dc:publisher'),
        publishedOn:
          DATES.map((name) => read.text(entry, name)).find((date) => date !== null) ?? null,
        language: entry.attribs['xml:lang'] ?? read.text(entry, 'dc:language'),
      },
      channel,
    ),
    names: [guid, url, shortHash(bytes.toString())].filter((name): name is string => !!name),
    bytes,
  };
}

/** Each entry's name: the first that it alone has. Equal entries share one, and are reported. */
function namesOf(entries: readonly Entry[]): string[] {
  const count = new Map<string, number>();
  for (const { names } of entries)
    for (const name of new Set(names)) count.set(name, (count.get(name) ?? 0) + 1);
  return entries.map(({ names }) => names.find((name) => count.get(name) === 1) ?? names.at(-1)!);
}

/** The element around the entries: `<channel>`, `<feed>` or `<rdf:RDF>`. */
function channelOf(root: Element, nameOf: Names): { channel: Element; entries: Element[] } {
  const { all } = reader(nameOf);
  const channel = all(root, 'channel')[0] ?? root;
  const entries = [root, channel].flatMap((place, at) =>
    at === 1 && place === root ? [] : [...all(place, 'item'), ...all(place, 'entry')],
  );
  return { channel, entries };
}

const ROOTS = /^(?:(?:[\w-]+:)?(?:rss|feed|rdf))$/;

async function* readFeed(input: Input, { html }: Reading): AsyncGenerator<ReadItem> {
  const bytes = await bytesOf(input);
  const { text: xml, guessed } = decode(bytes, { charset: input.charset });
  const { root, nameOf } = parseXml(xml);
  if (root === null) throw new Refusal('is no well-formed feed; check that it is complete', xml);
  const { channel, entries } = channelOf(root, nameOf);
  if (entries.length === 0)
    throw new Refusal('holds no entries; an RSS feed has <item>, an Atom feed <entry>', xml);
  if (guessed) yield { warning: guessWarning(input.name) };
  if (
    !new RegExp(`</${root.name}\\s*>\\s*(?:<!--(?:(?!-->)[^])*-->\\s*)*$`).test(xml.slice(-2_000))
  )
    yield {
      warning: `${input.name}: the feed breaks off before its end; what came before was read`,
    };
  const { text } = reader(nameOf);
  const about = {
    publisher: text(channel, 'title'),
    language:
      text(channel, 'language') ??
      text(channel, 'dc:language') ??
      root.attribs['xml:lang'] ??
      channel.attribs['xml:lang'] ??
      null,
  };
  const read: Entry[] = [];
  for (const entry of entries) read.push(await entryOf(entry, nameOf, about, html));
  const names = namesOf(read);
  const seen = new Set<string>();
  for (const [at, entry] of read.entries()) {
    const name = names[at]!;
    if (entry.body === null) {
      yield reject(input.name, `entry ${entry.names[0]} has no content; it is left out`, {
        text: entry.title ?? '',
      });
      continue;
    }
    if (seen.has(name)) {
      yield { warning: `${input.name}: entry ${name} stands there twice; it was read once` };
      continue;
    }
    seen.add(name);
    yield sourceDocument(
      `${input.name}#${name}`,
      entry.bytes,
      headed(entry.title, entry.body),
      mergeMetadata(input.given, entry.metadata, input.fallback),
    );
  }
}

/** RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, with any prefixes; each entry is a document. */
export const feedReader: Reader = {
  format: 'feed',
  maxBytes: 50_000_000,
  recognise: ({ text }) => {
    const root = rootOf(text);
    return (
      root !== null &&
      ROOTS.test(root) &&
      (!root.endsWith('rdf') || /\bpurl\.org\/rss\/1\.0|netscape\.com\/rdf/.test(text))
    );
  },
  read: readFeed,
};
