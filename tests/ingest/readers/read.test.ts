import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ReadOptions, readAll } from '../../../src/ingest/readers/read.ts';
import type { ReadItem } from '../../../src/ingest/readers/record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
async function items(options: ReadOptions = {}, ...paths: string[]): Promise<ReadItem[]> {
  const all: ReadItem[] = [];
  for await (const item of readAll(paths.length > 0 ? paths : [folder], options)) all.push(item);
  return all;
}
const documents = (all: readonly ReadItem[]) =>
  all.flatMap((item) => ('document' in item ? [item.document] : []));
const warnings = (all: readonly ReadItem[]) =>
  all.flatMap((item) =>
    'warning' in item ? [item.warning] : 'warnings' in item ? item.warnings : [],
  );
const reasons = (all: readonly ReadItem[]) =>
  all.flatMap((item) =>
    'reject' in item ? [`${item.reject.file}:${item.reject.line ?? ''} ${item.reject.reason}`] : [],
  );

test('a folder is read in order, with sidecars; a date fills what is missing', async () => {
  put('b.txt', 'Second text.');
  put('a.md', '# First');
  put(
    'a.meta.json',
    '{"title": "First", "publishedOn": "2025-10-31", "url": "https://example.org/a"}',
  );
  put('deep/c.txt', 'Third text.');
  const all = documents(await items({ publishedOn: '2024' }));
  expect(all.map(({ source, title, publishedOn }) => [source, title, publishedOn])).toEqual([
    ['a.md', 'First', '2025-10-31'],
    ['b.txt', null, '2024'],
    ['deep/c.txt', null, '2024'],
  ]);
});

test('the article of a page, with what the page tells of itself', async () => {
  const paragraphs = Array.from(
    { length: 4 },
    (_, at) =>
      `<p>Paragraph ${at} of an article that is long enough to be one, about a meeting of ministers.</p>`,
  ).join('');
  put(
    'page.html',
    `<html lang="en"><head><meta property="og:title" content="Ministers meet"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04T10:00:00Z"}</script></head>
    <body><nav>Home | World</nav><article><h1>Ministers meet</h1>${paragraphs}</article><footer>Copyright</footer></body></html>`,
  );
  const [page] = documents(await items());
  expect(page).toMatchObject({
    title: 'Ministers meet',
    publishedOn: '2025-03-04',
    language: 'en',
  });
  expect(page!.raw).toContain('Paragraph 3');
  expect(page!.raw).not.toContain('Copyright');
});

test('entries of RSS and Atom are documents of their own', async () => {
  put(
    'a.rss',
    '<rss><channel><title>News</title><item><title>One</title><guid>1</guid><pubDate>Fri, 03 Dec 2021 09:00:00 GMT</pubDate><description>Body of one.</description></item><item><title>No body</title><guid>2</guid></item></channel></rss>',
  );
  put(
    'b.atom',
    '<feed><title>News</title><entry><id>x</id><title>Two</title><published>2024-10-18T10:00:00Z</published><link href="https://example.org/two"/><content>Body of two.</content></entry></feed>',
  );
  const all = await items();
  expect(
    documents(all).map(({ source, publishedOn, publisher }) => [source, publishedOn, publisher]),
  ).toEqual([
    ['a.rss#1', '2021-12-03', 'News'],
    ['b.atom#x', '2024-10-18', 'News'],
  ]);
  expect(reasons(all)).toEqual(['a.rss: entry 2 has no content; it is left out']);
});

describe('JSON Lines', () => {
  test('a bad line is told with its number, the rest is read', async () => {
    put(
      'a.jsonl',
      '{"id":"1","text":"One."}\n\n{broken\n[1]\n{"title":"no text"}\n{"text":"Last.","date":"2024-02-31"}\n',
    );
    const all = await items();
    expect(documents(all).map(({ source }) => source)).toEqual(['a.jsonl#1', 'a.jsonl#6']);
    expect(reasons(all).map((reason) => reason.slice(0, 40))).toEqual([
      'a.jsonl:3 line 3 is no JSON: Expected pr',
      'a.jsonl:4 line 4 is no object; write {"t',
      'a.jsonl:5 line 5 has no "text"; add it (',
    ]);
    expect(warnings(all)).toEqual([expect.stringContaining('publishedOn "2024-02-31" is no date')]);
  });

  test('the first record of an id is kept, the second is told', async () => {
    put('a.jsonl', '{"id":"d1","text":"One."}\n{"id":"d1","text":"Two."}\n{"text":"Three."}\n');
    const all = await items();
    expect(documents(all).map(({ source, raw }) => [source, raw])).toEqual([
      ['a.jsonl#d1', 'One.'],
      ['a.jsonl#3', 'Three.'],
    ]);
    expect(reasons(all)).toEqual([
      'a.jsonl:2 the id "d1" occurs twice, in line 1 and line 2; the first is kept: give each record an "id" of its own',
    ]);
  });

  test('a line of 12 MB is skipped while it streams by', async () => {
    put('a.jsonl', `{"text":"${'x'.repeat(12_000_000)}"}\n{"text":"After."}\n`);
    const all = await items();
    expect(documents(all).map(({ raw }) => raw)).toEqual(['After.']);
    expect(reasons(all)).toEqual([
      'a.jsonl:1 line 1 is longer than 10000000 bytes; split the document',
    ]);
  });
});

test('records of a JSON file that share an id are told apart by their addresses', async () => {
  const item = (n: number) => ({ id: 'news', url: `https://example.org/${n}`, text: `Text ${n}.` });
  put('a.json', JSON.stringify({ items: [item(1), item(2)] }));
  const all = await items();
  expect(reasons(all)).toEqual([]);
  expect(documents(all).map(({ source }) => source)).toEqual([
    'a.json#https://example.org/1',
    'a.json#https://example.org/2',
  ]);
});

test('titles and names lose the entities that exporters leave in them', async () => {
  put(
    'a.jsonl',
    '{"title":"Oslo&#8217;s &quot;new&quot; yard","publisher":"Holm &amp;amp; Berg","text":"Text."}\n{"title":"AT&T; wins R&D","text":"Text."}\n',
  );
  expect(documents(await items()).map(({ title, publisher }) => [title, publisher])).toEqual([
    ['Oslo’s "new" yard', 'Holm & Berg'],
    ['AT&T; wins R&D', null],
  ]);
});

test('a language may be told by its name', async () => {
  put('a.jsonl', '{"language":"German","text":"A."}\n{"lang":"en_GB","text":"B."}\n');
  expect(documents(await items()).map(({ language }) => language)).toEqual(['de', 'en-GB']);
});

test.each([
  ['references', 'a.txt', '@article{a1, title={Norway and Denmark signed a treaty}, year={2024}}'],
  ['RDF', 'b.txt', '@prefix ex: <http://example.org/> .\nex:a ex:signed ex:b .\n'],
  ['source code', 'c.txt', 'import os\ndef main():\n    x = 1\n    return x\nif x:\n    main()\n'],
])('%s are no prose', async (name, file, content) => {
  put(file, content);
  expect(reasons(await items())).toEqual([expect.stringContaining(`seems to be ${name}`)]);
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeffMinister Müller')],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Minister Müller', 'utf16le')])],
  ['UTF-16 without a mark', Buffer.from('Minister Müller', 'utf16le')],
  ['Windows-1252', iconv.encode('Minister Müller', 'win1252')],
])('%s is decoded', async (_, bytes) => {
  put('a.txt', bytes);
  expect(documents(await items())[0]!.raw).toBe('Minister Müller');
});

test('what cannot be read is told, with a remedy; nothing throws', async () => {
  put('empty.txt', '');
  put('image.txt', Buffer.from(Array.from({ length: 400 }, (_, at) => at % 7)));
  put('bad.txt', 'Text.');
  put('bad.meta.json', '{oops');
  put('bomb.txt.gz', gzipSync(Buffer.alloc(60_000_000)));
  put('broken.txt.gz', gzipSync('Text. '.repeat(1_000)).subarray(0, 30));
  put('deep.html', '<div>'.repeat(100_000));
  put('blank.jsonl', '\n\n\r\n');
  put('feed.xml', '<rss><channel></channel></rss>');
  const all = await items({}, folder, path.join(folder, 'missing.txt'));
  expect(documents(all)).toEqual([]);
  expect(
    reasons(all).map((reason) => reason.replaceAll(`${folder}/`, '').slice(0, 60)),
  ).toMatchInlineSnapshot(`
    [
      "bad.txt: its sidecar bad.meta.json is no JSON: Expected prop",
      "bomb.txt.gz: is a binary file of an unknown kind, which is n",
      "broken.txt.gz: is no sound gzip file: unexpected end of file",
      "deep.html: holds no article; its text is missing (a page tha",
      "feed.xml: holds no entries; an RSS feed has <item>, an Atom ",
      "image.txt: is a binary file of an unknown kind, which is not",
      "missing.txt: does not exist; check the path",
    ]
  `);
  expect(all.flatMap((item) => ('skip' in item ? item.skip.reason : []))).toEqual([
    'is empty',
    'is empty',
  ]);
});

test('what a sidecar tells in vain is told, with its name', async () => {
  for (const name of ['a', 'b', 'c', 'd']) put(`${name}.txt`, `Text ${name}.`);
  put('a.meta.json', 'null');
  put('b.meta.json', '[{"title": "B"}]');
  put('c.meta.json', '{"title": 7, "publishedon": "2025-10-31", "url": null}');
  put('d.txt.meta.json', '\ufeff{"title": "D", "publishedOn": 2025}');
  const all = await items();
  expect(documents(all).map(({ source, title }) => [source, title])).toEqual([
    ['c.txt', null],
    ['d.txt', 'D'],
  ]);
  expect(reasons(all).map((reason) => reason.replace(`${folder}/`, ''))).toEqual([
    'a.txt: its sidecar a.meta.json is no object; write {"title": "...", "publishedOn": "2025-10-31"}',
    'b.txt: its sidecar b.meta.json is no object; write {"title": "...", "publishedOn": "2025-10-31"}',
  ]);
  expect(warnings(all).map((warning) => warning.replace(`${folder}/`, ''))).toEqual([
    'c.meta.json: "title" is 7, no text; write it in quotation marks, as in {"title": "...", "publishedOn": "2025-10-31"}',
    'c.meta.json: "publishedon" is not read; a sidecar has title, url, publisher, publishedOn, language',
    'd.txt.meta.json: "publishedOn" is 2025, no text; write it in quotation marks, as in {"title": "...", "publishedOn": "2025-10-31"}',
  ]);
});

test('a good gzip file is read', async () => {
  put('a.txt.gz', gzipSync('Compressed text.'));
  expect(documents(await items())[0]).toMatchObject({
    source: 'a.txt.gz',
    raw: 'Compressed text.',
  });
});
