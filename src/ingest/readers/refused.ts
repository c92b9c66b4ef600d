import { fileTypeFromBuffer } from 'file-type';
import { charsetOf, isBinary } from './decode.ts';
import type { Head } from './reader.ts';
import { rootOf } from './structured/xml.ts';

/** An input that cannot be read, and the remedy. */
export interface Refused {
  readonly name: string;
  readonly remedy: string;
}

const ARTICLES = 'give the articles themselves, as text, HTML, PDF or JSON Lines';

/** Binary files by the beginning of their media type. */
const BINARY: readonly (readonly [RegExp, string, string])[] = [
  [/^image\//, 'an image', 'run text recognition (OCR) on it, and give the text'],
  [
    /^(?:audio|video)\/|^application\/(?:mp4|ogg|vnd\.rn-realmedia|x-shockwave)/,
    'sound or film',
    'give its transcript or subtitles (SRT, VTT)',
  ],
  [/^application\/x-cfb$/, 'a binary Office file (DOC, XLS, PPT, MSG)', 'save it as DOCX or PDF'],
  [/^font\/|font/, 'a font', ARTICLES],
  [
    /^application\/(?:x-7z-compressed|x-rar-compressed|vnd\.rar|x-xz|x-bzip2|zstd|x-lzip|x-compress|x-lz4|x-ace)/,
    'a packed file of another kind than ZIP, tar and gzip',
    'unpack it, or pack it as ZIP or tar.gz',
  ],
  [
    /^application\/(?:x-sqlite3|vnd\.apache\.(?:parquet|arrow|avro)|x-parquet|x-msaccess)/,
    'a database file',
    'export its articles as CSV or JSON Lines',
  ],
  [/^application\/postscript/, 'PostScript', 'convert it to PDF'],
  [/^application\/x-mobipocket-ebook/, 'a Mobipocket e-book', 'convert it to EPUB'],
  [
    /executable|msdownload|mach-?o|elf|wasm|java-vm|x-msi|x-deb|x-rpm|x-apple-diskimage|x-iso/,
    'a program or a disk image',
    ARTICLES,
  ],
];

/** XML formats without articles, by root element. */
const XML: Readonly<Record<string, readonly [string, string]>> = {
  svg: ['a drawing (SVG)', 'give the page that it stands in'],
  opml: ['a list of feeds (OPML)', 'fetch the feeds that it names, and give those'],
  urlset: ['a sitemap', 'fetch the pages that it names, and give those'],
  sitemapindex: ['a sitemap', 'fetch the pages that it names, and give those'],
  graphml: ['a graph (GraphML)', ARTICLES],
  gexf: ['a graph (GEXF)', ARTICLES],
  kml: ['a map (KML)', ARTICLES],
  gpx: ['a track (GPX)', ARTICLES],
  xliff: ['translations (XLIFF)', ARTICLES],
  plist: ['settings (plist)', ARTICLES],
  project: ['a build file', ARTICLES],
  'xs:schema': ['an XML schema', ARTICLES],
  'xsl:stylesheet': ['a stylesheet (XSLT)', ARTICLES],
  'rdf:rdf': ['RDF statements', 'give the articles that they are about'],
  'soap:envelope': ['an answer of a SOAP service', ARTICLES],
  'w:document': ['a part of a Word file', 'give the DOCX itself'],
  'office:document': ['a flat OpenDocument file', 'save it as ODT or PDF'],
  'pkg:package': ['a Word file as XML', 'save it as DOCX'],
  sparql: ['SPARQL results', ARTICLES],
};

/** Types by first bytes that stand even where the rest is spoilt. */
const MAGIC: readonly (readonly [RegExp, string])[] = [
  [/^(?:MZ|\x7fELF|\xca\xfe\xba\xbe)/, 'executable'],
  [/^(?:\x89PNG\r\n|GIF8[79]a|\xff\xd8\xff)/, 'image/'],
  [/^(?:ID3[^ \w]|OggS|RIFF.{4}WAVE)/s, 'audio/'],
];

async function binaryOf({ bytes, text }: Head): Promise<Refused | null> {
  // A byte-order mark of UTF-16 or UTF-32 looks like the beginning of an MP3.
  if (/^utf(?:16|32)/.test(charsetOf(bytes).charset) && !isBinary(text)) return null;
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const first = bytes.subarray(0, 12).toString('latin1');
  const mime = found?.mime ?? MAGIC.find(([magic]) => magic.test(first))?.[1] ?? '';
  const kind = BINARY.find(([type]) => type.test(mime));
  if (kind) return { name: kind[1], remedy: kind[2] };
  return found &&
    !/^(?:text|application\/(?:xml|pdf|zip|gzip|rtf|x-tar|json))/.test(mime) &&
    !/\+(?:xml|zip|json)$/.test(mime)
    ? { name: `${found.ext.toUpperCase()} (${mime})`, remedy: 'convert it to text, HTML or PDF' }
    : null;
}

/** XML that is no page, feed or wiki. */
function xmlOf({ text }: Head): Refused | null {
  const root = rootOf(text);
  if (root === null) return null;
  if (
    !/^\ufeff?\s*<(?:\?xml|!DOCTYPE)/i.test(text) &&
    !new RegExp(`</${root.replace(/[.]/g, '\\.')}\\s*>\\s*$`, 'i').test(text) &&
    !(root in XML)
  )
    return null;
  const known = XML[root] ?? XML[root.replace(/^.*:/, '')];
  return known
    ? { name: known[0], remedy: known[1] }
    : { name: `XML with the root <${root}>`, remedy: 'convert it to HTML, text or JSON Lines' };
}

/**
 * Identifies an unreadable input. Called before the readers of text, which accept anything.
 * @returns null when it may be text
 */
export async function refusalOf(head: Head): Promise<Refused | null> {
  return (
    (await binaryOf(head)) ??
    xmlOf(head) ??
    (isBinary(head.text)
      ? {
          name: 'a binary file of an unknown kind',
          remedy: 'convert it to text, HTML or PDF first',
        }
      : null)
  );
}
