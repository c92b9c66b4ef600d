import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import { charsetOf } from '../decode.ts';
import type { Input, Reader } from '../reader.ts';
import {
  headed,
  mergeMetadata,
  type ReadItem,
  Refusal,
  reject,
  sourceDocument,
} from '../record.ts';
import { plainWikitext } from './wikitext.ts';
import { rootOf } from './xml.ts';

/** Longest page in characters; longer ones are lists and logs. */
const PAGE_MAX = 5_000_000;
/** Most characters of a title, a day or a number; the rest is cut. */
const NAME_MAX = 1_000;
/** Most levels of elements; an export has five. */
const DEPTH_MAX = 20;

interface Page {
  title: string;
  namespace: string;
  id: string;
  timestamp: string;
  text: string;
  redirect: boolean;
}

const blank = (): Page => ({
  title: '',
  namespace: '',
  id: '',
  timestamp: '',
  text: '',
  redirect: false,
});

/** Parses an export while it is streamed, because whole Wikipedias exceed memory. */
function pageParser(onPage: (page: Page) => void) {
  let page: Page | null = null;
  const path: string[] = [];
  let quiet = 0;
  const site = { name: '', language: '' };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^.*:/, '');
        quiet = 0;
        if (path.push(local) > DEPTH_MAX)
          throw new Refusal('is no MediaWiki export: its elements are nested too deep');
        if (local === 'mediawiki') site.language = attributes['xml:lang'] ?? '';
        else if (local === 'page') page = blank();
        else if (local === 'redirect' && page) page.redirect = true;
        // Of several versions the last one is kept.
        else if (local === 'text' && page) page.text = '';
        else if (local === 'timestamp' && page) page.timestamp = '';
      },
      ontext(text) {
        quiet = 0;
        const [parent, local] = path.slice(-2);
        const add = (before: string) => (before + text).slice(0, NAME_MAX);
        if (local === 'sitename') site.name = add(site.name);
        if (!page) return;
        if (local === 'text' && page.text.length <= PAGE_MAX) page.text += text;
        else if (local === 'timestamp') page.timestamp = add(page.timestamp);
        else if (local === 'title') page.title = add(page.title);
        else if (local === 'ns') page.namespace = add(page.namespace);
        else if (local === 'id' && parent === 'page') page.id = add(page.id);
      },
      onclosetag(name) {
        if (name.replace(/^.*:/, '') === 'page' && page) {
          onPage(page);
          page = null;
        }
        quiet = 0;
        path.pop();
      },
    },
    { xmlMode: true },
  );
  /** Throws for a tag that never ends, which the parser would hold in memory. */
  const write = (text: string) => {
    quiet += text.length;
    parser.write(text);
    if (quiet > PAGE_MAX) throw new Refusal('is no MediaWiki export: a tag in it never ends');
  };
  return { write, end: () => parser.end(), site };
}

function readPage(
  input: Input,
  page: Page,
  site: { name: string; language: string },
): ReadItem | null {
  const { title, namespace, id, timestamp, text: source, redirect } = page;
  const name = `${input.name}#${id || title}`;
  if (redirect || (namespace !== '' && namespace !== '0')) return null;
  if (source.length > PAGE_MAX)
    return reject(name, `the page "${title}" is longer than ${PAGE_MAX} characters`);
  const text = plainWikitext(source);
  if (text === '') return reject(name, `the page "${title}" has no text`);
  return sourceDocument(
    name,
    Buffer.from(JSON.stringify([title, source])),
    headed(title, text),
    mergeMetadata(
      input.given,
      {
        title,
        publisher: site.name || null,
        publishedOn: timestamp || null,
        language: site.language || null,
      },
      input.fallback,
    ),
  );
}

async function* readMediawiki(input: Input): AsyncGenerator<ReadItem> {
  const decoder = iconv.getDecoder(charsetOf(input.head.bytes, input.charset).charset);
  const pages: Page[] = [];
  const { write, end, site } = pageParser((page) => pages.push(page));
  let [read, others] = [0, 0];
  for await (const chunk of input.chunks()) {
    write(decoder.write(chunk));
    for (const page of pages.splice(0)) {
      const item = readPage(input, page, site);
      if (item === null) others++;
      else {
        read++;
        yield item;
      }
    }
  }
  end();
  if (read + others === 0) throw new Refusal('is a MediaWiki export without pages');
  if (others > 0)
    yield {
      warning: `${input.name}: ${others} redirects and pages beside the articles (talk, users, files) are left out`,
    };
}

/** An export of a wiki, of which each article is a document. */
export const mediawikiReader: Reader = {
  format: 'mediawiki',
  maxBytes: null,
  recognise: ({ text }) => rootOf(text) === 'mediawiki',
  read: readMediawiki,
};
