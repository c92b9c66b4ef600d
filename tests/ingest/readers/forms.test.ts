import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract, type FastExtractor, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { readAll } from '../../../src/ingest/readers/read.ts';
import type { ReadItem } from '../../../src/ingest/readers/record.ts';
import { makePdf } from './paged/make-pdf.ts';

const TITLE = 'Norway and Denmark sign a defence accord';
const PARAGRAPHS = [
  'OSLO, 14 May 2024 - Norwegian Defence Minister Bjoern Arild Gram met his Danish counterpart Troels Lund Poulsen in Oslo.',
  'Norway and Denmark signed a defence cooperation agreement on 14 May 2024. Denmark ordered 20 NASAMS launchers from Norway.',
];
const TEXT = [TITLE, ...PARAGRAPHS].join('\n\n');
const MARKUP = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
const PAGE = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><nav>Home</nav><article><h1>${TITLE}</h1>${MARKUP}</article><script>var teaser = "China signed a treaty with Egypt.";</script></body></html>`;
const MAIL = `From: desk@example.org\nSubject: ${TITLE}\nDate: Wed, 15 May 2024 08:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(PAGE).toString('base64')}\n`;
const HTTP = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`;
const WARC = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nContent-Length: ${Buffer.byteLength(HTTP)}\r\n\r\n${HTTP}\r\n\r\n`;
const record = { title: TITLE, text: TEXT, date_published: '2024-05-15' };

const FORMS: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
  'page.aspx': () => PAGE,
  'page-without-ending': () => PAGE,
  'utf16.txt': () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]),
  'front.md': () => `---\ntitle: "${TITLE}"\ndate: 2024-05-15\n---\n\n${TEXT}`,
  'text.txt.gz': () => gzipSync(TEXT),
  'mail.eml': () => MAIL,
  'box.mbox': () => `From desk Wed May 15 08:00:00 2024\n${MAIL}\n`,
  'record.json': () => JSON.stringify({ hits: [{ _source: { article: record } }] }),
  'lines.jsonl': () => `${JSON.stringify(record)}\n`,
  'feed.json': () =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      items: [{ id: 1, title: TITLE, content_html: MARKUP }],
    }),
  'rows.csv': () => `title,date,text\n"${TITLE}",2024-05-15,"${TEXT}"\n`,
  'prefixed.xml': () =>
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>${TITLE}</a:title><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${MARKUP}</div></a:content></a:entry></a:feed>`,
  'escaped.rss': () =>
    `<rss><channel><item><title>${TITLE}</title><description>${MARKUP.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;')}</description></item></channel></rss>`,
  'crawl.warc': () => WARC,
  'crawl.warc.gz': () =>
    Buffer.concat([
      gzipSync('WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n'),
      gzipSync(WARC),
    ]),
  'a.rtf': () => `{\\rtf1\\ansi {\\fonttbl Arial;} ${[TITLE, ...PARAGRAPHS].join('\\par ')}}`,
  'wiki.xml': () =>
    `<mediawiki><page><title>${TITLE}</title><ns>0</ns><id>1</id><revision><text>{{Infobox|a=b}} ${PARAGRAPHS.join('\n\n').replace('Denmark', '[[Denmark]]')}</text></revision></page></mediawiki>`,
  'a.pdf': () => makePdf([TEXT]),
  'utf32.txt': () =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      ...[...TEXT].map((sign) => {
        const bytes = Buffer.alloc(4);
        bytes.writeUInt32LE(sign.codePointAt(0)!);
        return bytes;
      }),
    ]),
  'old-mac.txt': () => TEXT.replaceAll('\n', '\r'),
  'string.json': () => JSON.stringify(TEXT),
  'sequence.json': () => `\u001e${JSON.stringify(record)}\n\u001e${JSON.stringify(record)}\n`,
  'comments.json': () => `// one article\n{title: '${TITLE}', text: ${JSON.stringify(TEXT)},}`,
  'object.md': () => `{\n  "title": "${TITLE}",\n  "date": "2024-05-15"\n}\n\n${TEXT}`,
  'excel.csv': () => `sep=;\ntitle;text\n"${TITLE}";"${TEXT}"\n`,
  'one-column.csv': () => `text\n"${TEXT}"\n`,
  'unnamed-type.eml': () =>
    `From: desk@example.org\nSubject: ${TITLE}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="a.html"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(PAGE).toString('base64')}\n--b--\n`,
  'amp.html': () =>
    PAGE.replace(
      '<nav>Home</nav>',
      '<amp-sidebar><ul><li>China signed a treaty with Egypt in Cairo on Sunday.</li></ul></amp-sidebar>',
    ),
  'a.tar': () =>
    packTar([{ header: { name: 'a.txt', size: Buffer.byteLength(TEXT) }, body: TEXT }]),
};

const REFUSED: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
  'picture.txt': [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /is an image, .*OCR/],
  'old.doc': [
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    /binary Office file.*DOCX/,
  ],
  'drawing.svg': ['<svg xmlns="http://www.w3.org/2000/svg"><text>China</text></svg>', /SVG/],
  'feeds.xml': ['<?xml version="1.0"?><opml><body/></opml>', /OPML.*fetch the feeds/],
  'map.xml': [
    '<?xml version="1.0"?><urlset><url><loc>https://example.org</loc></url></urlset>',
    /sitemap/,
  ],
  'bundle.json': ['{"type": "bundle", "objects": [{"name": "Boeing"}]}', /STIX/],
  'register.csv': [
    'Supplier,Buyer,Year\nNorway,Denmark,2024\nSweden,Norway,2023\n',
    /columns are Supplier, Buyer, Year: none/,
  ],
  'main.js': [
    'function a() {\n  return 1;\n}\nconst b = a();\nlet c = b;\nif (b) {\n  a();\n}\n',
    /source code/,
  ],
  'arrow.js': [
    'export const a = (b) => b; // China signed a treaty with Egypt\n'.repeat(6),
    /source code/,
  ],
  'dump.sql': ["INSERT INTO news VALUES (1, 'China signed a treaty with Egypt.');\n", /SQL/],
  'call.js': ['show({"text": "China signed a treaty with Egypt."});', /JSONP.*within its brackets/],
  'keys.yaml': ['title: Cairo\nbody: |\n  China signed a treaty with Egypt.\n', /YAML/],
  'pages.txt': ['https://example.org/a\n'.repeat(8), /list of addresses.*fetch/],
  'scan.pdf': [makePdf(['']), /without a text layer.*OCR/],
};

let folder: string;
let extractor: FastExtractor;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-forms-'));
  extractor = loadExtractor();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function itemsOf(name: string, content: string | Uint8Array): Promise<ReadItem[]> {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  const items: ReadItem[] = [];
  for await (const item of readAll([file])) items.push(item);
  return items;
}

/** Facts without what depends on the day of publication. */
function factsOf(items: readonly ReadItem[]): string[] {
  const facts = items.flatMap((item) => {
    if (!('document' in item)) return [];
    const { entities, statements } = extract(item.document, extractor);
    const names = new Map(entities.map(({ key, name }) => [key, name]));
    return statements
      .filter(({ type }) => type !== 'PROPERTY')
      .map(({ type, subject, object }) => `${type} ${names.get(subject)} ${names.get(object!)}`);
  });
  return [...new Set(facts)].sort();
}

describe('one article', () => {
  let plain: string[];
  beforeAll(async () => {
    plain = factsOf(await itemsOf('plain.txt', TEXT));
    expect(plain.length).toBeGreaterThan(5);
  });

  test.each(Object.keys(FORMS))('as %s says what its text says', async (name) => {
    const items = await itemsOf(name, await FORMS[name]!());
    expect(items.filter((item) => 'reject' in item)).toEqual([]);
    expect(factsOf(items)).toEqual(plain);
  });

  test.each(Object.keys(REFUSED))('%s is refused by name, with a remedy', async (name) => {
    const [content, reason] = REFUSED[name]!;
    const items = await itemsOf(name, content);
    expect(items).toEqual([
      { reject: expect.objectContaining({ file: name, reason: expect.stringMatching(reason) }) },
    ]);
  });
});

test('a PDF knows where its pages start, and drops what stands at the edge of all', async () => {
  const page = (text: string, number: number) => `Ministry of Defence\n\n${text}\n\nPage ${number}`;
  const [item] = await itemsOf(
    'pages.pdf',
    makePdf([page(PARAGRAPHS[0]!, 1), page(PARAGRAPHS[1]!, 2)]),
  );
  if (!item || !('document' in item)) throw new Error(JSON.stringify(item));
  const { raw, pages } = item.document;
  expect(raw).toBe(PARAGRAPHS.join('\n\n'));
  expect(pages).toEqual([0, PARAGRAPHS[0]!.length + 2]);
});

test('entries of one guid, and of none, are told apart, the same way each time', async () => {
  const item = (n: number) =>
    `<item><title>Item ${n}</title><link>https://example.org/${n}</link><guid>https://example.org/</guid><description>Text ${n}.</description></item>`;
  const feed = `<rss><channel>${item(1)}${item(2)}<item><guid></guid><description>Only text.</description></item></channel></rss>`;
  const sources = async () =>
    (await itemsOf('guid.xml', feed)).flatMap((one) => ('document' in one ? [one.document] : []));
  const first = await sources();
  expect(first.map(({ source }) => source)).toEqual([
    'guid.xml#https://example.org/1',
    'guid.xml#https://example.org/2',
    expect.stringMatching(/^guid\.xml#[0-9a-f]{16}$/),
  ]);
  expect((await sources()).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test('what a reader mends or cannot place is told', async () => {
  const half = JSON.stringify([{ text: TEXT }]).slice(0, -9);
  expect(await itemsOf('half.json', half)).toContainEqual({
    warning: expect.stringMatching(/half\.json: is no sound JSON .*could be mended was read/),
  });
  const rows =
    'title,text\nOne,Norway met Denmark, and left.\nTwo,"Norway met Denmark, and left."\n';
  expect(await itemsOf('rows-unquoted.csv', rows)).toEqual([
    {
      reject: expect.objectContaining({
        line: 2,
        reason: expect.stringMatching(/row 2 has 3 cells and the table 2 columns; put texts/),
      }),
    },
    expect.objectContaining({ document: expect.objectContaining({ title: 'Two' }) }),
  ]);
});
