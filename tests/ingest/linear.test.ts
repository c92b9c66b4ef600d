import { expect, test } from 'vitest';
import { readHtml } from '../../src/ingest/readers/html/article.ts';
import { plainRtf } from '../../src/ingest/readers/paged/rtf.ts';
import { once, openInput } from '../../src/ingest/readers/reader.ts';
import { readInput } from '../../src/ingest/readers/registry.ts';
import { plainWikitext } from '../../src/ingest/readers/structured/wikitext.ts';
import { PREFACE } from '../helpers/hostile-texts.ts';
import { cost, growthOf, RATIO_MAX, readHostile } from '../helpers/reading-cost.ts';

// tests/full doubles the hostile texts of the extractor; here are the readers' own.
test.each([
  ['wikitext: blanks in a heading', (size: number) => plainWikitext(`= ${' '.repeat(size)}y`)],
  ['wikitext: links in links', (size: number) => plainWikitext('[//y'.repeat(size / 4))],
  ['wikitext: braces', (size: number) => plainWikitext('{{'.repeat(size / 2))],
  ['RTF: cells', (size: number) => plainRtf(`{\\rtf1 ${'\\cell'.repeat(size / 5)} y}`)],
  ['a text: blanks in a line', (size: number) => readHostile(`${' '.repeat(size)}y`)],
  ['a page of data', (size: number) => readHtml(page(`{${' '.repeat(size)}]]`))],
])('%s: twice the text takes about twice the time', (_, read) => {
  expect(growthOf((size) => () => read(size), 50_000)).toBeLessThan(RATIO_MAX);
});

const page = (data: string) =>
  `<html><head><script type="application/ld+json">${data}</script></head><body><p>${PREFACE}</p></body></html>`;

/** What the reader that knows a text says of it, and the processor time that it took in milliseconds. */
async function readText(text: string) {
  const before = process.cpuUsage();
  const items = [];
  for await (const item of readInput(await openInput({ name: 'y' }, once(Buffer.from(text)))))
    items.push(item);
  const { user, system } = process.cpuUsage(before);
  return { items, ms: (user + system) / 1_000 };
}

// Tried in every way, each of these would take longer than the universe is old.
test.each([
  ['comments before a root', `${'<!---->'.repeat(5_000)}y`],
  ['a feed that ends in comments', `<rss><channel><item/></channel></rss>${'<!---->'.repeat(60)}y`],
  ['lines of a key and blanks', `y:${' '.repeat(900)}${'z '.repeat(90)}\n`.repeat(10)],
  ['newlines', `y${'\n'.repeat(60_000)}y`],
])('%s are told what they are at once', async (_, text) => {
  const { items, ms } = await readText(text);
  expect(items.length).toBeGreaterThan(0);
  expect(ms).toBeLessThan(5_000);
});

test.each([
  ['plain', '<div>'],
  ['in turn', '<p><li>'],
  ['behind a comment in a script', '<div>', '<script>"<!--"</script>'],
  ['in an element without scripts', '<div>', '<noscript>'],
  ['heads of tables', '<thead>'],
])('a page nested deeper than any article is refused: %s', (_, tag, before = '') => {
  const html = `<html><body>${before}${tag.repeat(200)}<p>${PREFACE}</p></body></html>`;
  expect(readHtml(html)).toBeNull();
  expect(cost(() => readHtml(html.replace(tag, tag.repeat(20_000))), 1)).toBeLessThan(2_000);
});

test('a page of many blocks that lie side by side is read', () => {
  const html = `<html><body><article>${`<div><p>${PREFACE}<br>`.concat('</div>').repeat(300)}</article></body></html>`;
  expect(readHtml(html)?.text).toContain('ministers of defence');
});

test('an export of a wiki that is nested, or whose tag never ends, is refused', async () => {
  const open = '<mediawiki><page><title>y</title>';
  const { items } = await readText(`${open}${'<y>'.repeat(100_000)}`);
  expect(items).toEqual([
    expect.objectContaining({
      reject: expect.objectContaining({ reason: expect.stringContaining('nested too deep') }),
    }),
  ]);
});
