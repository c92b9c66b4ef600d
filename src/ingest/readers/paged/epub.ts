import type { Zip } from '../archives/unzip.ts';
import { type Input, innerInput, type Reading } from '../reader.ts';
import { type Metadata, type ReadItem, Refusal, reject } from '../record.ts';
import { childrenOf, type Element, parseXml, textWithin } from '../structured/xml.ts';

const PAGE = /\.x?html?$/i;

function descendants(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name.replace(/^.*:/, '').toLowerCase() === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** Chapters in reading order, and the book's metadata. */
async function bookOf(zip: Zip): Promise<{ chapters: string[]; metadata: Metadata }> {
  const pages = zip.entries.map(({ fileName }) => fileName).filter((name) => PAGE.test(name));
  const known = new Set(pages);
  const container = parseXml((await zip.text('META-INF/container.xml')) ?? '').root;
  const path = container ? descendants(container, 'rootfile')[0]?.attribs['full-path'] : undefined;
  const opf = path ? parseXml((await zip.text(path)) ?? '').root : null;
  if (!opf || path === undefined) return { chapters: pages, metadata: {} };
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const files = new Map(
    descendants(opf, 'item').map(({ attribs }) => [
      attribs.id,
      folder + decodeURIComponent(attribs.href ?? ''),
    ]),
  );
  const chapters = descendants(opf, 'itemref').flatMap(
    ({ attribs }) => files.get(attribs.idref) ?? [],
  );
  const text = (name: string) => {
    const found = descendants(opf, name)[0];
    return found ? textWithin(found).trim() : null;
  };
  // Each once: a book of 2 kB may name one chapter fifty thousand times.
  const sound = [...new Set(chapters)].filter((name) => known.has(name));
  return {
    chapters: sound.length > 0 ? sound : pages,
    metadata: {
      publisher: text('publisher') ?? text('title'),
      publishedOn: text('date'),
      language: text('language'),
    },
  };
}

/** A book, of which each chapter is a document. */
export async function* readEpub(
  input: Input,
  zip: Zip,
  { inner }: Reading,
): AsyncGenerator<ReadItem> {
  const { chapters, metadata } = await bookOf(zip);
  if (chapters.length === 0)
    throw new Refusal('is an e-book without chapters; give it as PDF or HTML');
  for (const chapter of chapters) {
    const name = `${input.name}!/${chapter}`;
    try {
      const bytes = await zip.bytes(zip.entry(chapter)!);
      yield* inner(
        await innerInput(
          input,
          { name, declared: 'application/xhtml+xml', fallback: metadata },
          bytes,
        ),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield reject(name, error.message);
    }
  }
}
