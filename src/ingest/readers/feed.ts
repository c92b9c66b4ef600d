import { XMLParser } from 'fast-xml-parser';
import { readHtml } from './html.ts';
import { type Metadata, type ReadItem, reject, sourceDocument } from './record.ts';

type Xml = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: true,
  htmlEntities: true,
  parseTagValue: false,
});

const list = (value: unknown): Xml[] => (value === undefined ? [] : ([value].flat() as Xml[]));
const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  const inner = (value as Xml | undefined)?.['#text'];
  return typeof inner === 'string' ? inner : null;
};

function linkOf(entry: Xml): string | null {
  const links = list(entry.link);
  const alternate = links.find((link) => (link['@rel'] ?? 'alternate') === 'alternate');
  return textOf(entry.link) ?? (alternate?.['@href'] as string | undefined) ?? null;
}

/** Markup inside an entry is read as a page; what has none is taken as it stands. */
function plain(content: string, title: string | null): string {
  if (!/<[a-z][^>]*>/i.test(content)) return content;
  const page = `<html><head><title>${title ?? ''}</title></head><body><article>${content}</article></body></html>`;
  return (
    readHtml(page)?.text ??
    content
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Entries of an RSS or Atom feed, each a document of its own. */
export function* readFeed(file: string, xml: string): Generator<ReadItem> {
  let feed: Xml;
  try {
    feed = parser.parse(xml) as Xml;
  } catch (error) {
    yield reject(
      file,
      `is no well-formed feed: ${(error as Error).message}; check that it is complete`,
      { text: xml },
    );
    return;
  }
  const channel = ((feed.rss as Xml | undefined)?.channel ?? feed['rdf:RDF'] ?? feed.feed) as
    | Xml
    | undefined;
  const entries = list(
    channel?.item ?? (feed['rdf:RDF'] as Xml | undefined)?.item ?? channel?.entry,
  );
  if (entries.length === 0)
    yield reject(file, 'holds no entries; an RSS feed has <item>, an Atom feed <entry>', {
      text: xml,
    });
  for (const [at, entry] of entries.entries()) {
    const title = textOf(entry.title);
    const content = [entry['content:encoded'], entry.content, entry.description, entry.summary]
      .map(textOf)
      .find(Boolean);
    const id = textOf(entry.guid) ?? textOf(entry.id) ?? linkOf(entry) ?? String(at + 1);
    if (!content) {
      yield reject(file, `entry ${id} has no content; it is left out`, { text: title ?? '' });
      continue;
    }
    const body = plain(content, title);
    const text = title && !body.startsWith(title) ? `${title}\n\n${body}` : body;
    const metadata: Metadata = {
      title,
      url: linkOf(entry),
      publisher: textOf(channel?.title),
      publishedOn:
        textOf(entry.pubDate) ??
        textOf(entry.published) ??
        textOf(entry.updated) ??
        textOf(entry['dc:date']),
      language: textOf(channel?.language)?.slice(0, 2) ?? null,
    };
    yield sourceDocument(`${file}#${id}`, Buffer.from(JSON.stringify([id, text])), text, metadata);
  }
}
