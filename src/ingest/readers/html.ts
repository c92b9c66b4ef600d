/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Metadata } from './record.ts';

/** Deeper or longer pages are attacks or dumps, not articles. */
const HTML_MAX = 5_000_000;
const TAGS_MAX = 60_000;

interface Article {
  readonly text: string;
  readonly metadata: Metadata;
}

type Json = { readonly [key: string]: unknown };

function jsonLd(document: Document): Json {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const data: unknown = JSON.parse(script.textContent ?? '');
      const items = [data, (data as Json)['@graph']]
        .flat()
        .filter((item): item is Json => typeof item === 'object' && item !== null);
      const article = items.find((item) => /article|posting|report/i.test(String(item['@type'])));
      if (article) return article;
    } catch {
      // A page with broken metadata is still a page.
    }
  }
  return {};
}

function metadataOf(document: Document): Metadata {
  const meta = (...names: readonly string[]) =>
    names
      .map((name) =>
        document
          .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
          ?.getAttribute('content'),
      )
      .find(Boolean) ?? null;
  const data = jsonLd(document);
  const publisher = data.publisher as Json | undefined;
  return {
    title:
      meta('og:title') ??
      (data.headline as string | undefined) ??
      document.querySelector('h1')?.textContent ??
      document.querySelector('title')?.textContent ??
      null,
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    publisher: meta('og:site_name') ?? (publisher?.name as string | undefined) ?? null,
    publishedOn:
      meta('article:published_time', 'datePublished', 'date', 'dc.date', 'DC.date.issued') ??
      (data.datePublished as string | undefined) ??
      document.querySelector('time[datetime]')?.getAttribute('datetime') ??
      null,
    language: document.documentElement?.getAttribute('lang')?.slice(0, 2) ?? null,
  };
}

const BLOCKS = 'p, h1, h2, h3, h4, li, blockquote, figcaption, tr, div';

/** Text of the article's elements, one paragraph a block. */
function textOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const br of document.querySelectorAll('br')) br.replaceWith('\n');
  for (const block of document.querySelectorAll(BLOCKS)) block.append('\n\n');
  return (document.body.textContent ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}

/**
 * The article of a page, without its navigation and furniture.
 * @returns null when the page has none, or is too large or deep to be one
 */
export function readHtml(html: string): Article | null {
  if (html.length > HTML_MAX || (html.match(/</g)?.length ?? 0) > TAGS_MAX) return null;
  const { document } = parseHTML(html);
  const metadata = metadataOf(document as unknown as Document);
  const article = new Readability(document as unknown as Document, { charThreshold: 100 }).parse();
  const text = article?.content ? textOf(article.content) : '';
  const title = metadata.title ?? article?.title ?? null;
  if (text.length < 40) return null;
  const headed =
    title !== null && !text.startsWith(title.trim()) ? `${title.trim()}\n\n${text}` : text;
  return { text: headed, metadata: { ...metadata, title } };
}
