import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAll } from '../../../src/ingest/readers/read.ts';
import type { ReadItem } from '../../../src/ingest/readers/record.ts';
import { makeZip } from './paged/make-zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-records-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function itemsOf(name: string, content: string | Buffer): Promise<ReadItem[]> {
  writeFileSync(path.join(folder, name), content);
  const all: ReadItem[] = [];
  for await (const item of readAll([folder])) all.push(item);
  return all;
}
const recordsOf = async (value: unknown) =>
  (await itemsOf('a.json', JSON.stringify(value))).flatMap((item) =>
    'document' in item ? [item.document] : [],
  );
const reasonOf = async (name: string, content: string | Buffer) =>
  (await itemsOf(name, content)).flatMap((item) => ('reject' in item ? [item.reject.reason] : []));

const ONE = 'Holm met Berg in Oslo.';
const TWO = 'They spoke of frigates.';

describe('the blocks of an editor are one text', () => {
  test.each([
    ['body', [{ type: 'p', text: ONE }, { type: 'image' }, { type: 'p', text: TWO }]],
    [
      'blocks',
      [
        { type: 'p', data: { text: ONE } },
        { type: 'p', data: { text: TWO } },
      ],
    ],
    [
      'content',
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Holm met ' },
              { type: 'text', text: 'Berg in Oslo.' },
            ],
          },
          { type: 'paragraph', content: [{ type: 'text', text: TWO }] },
        ],
      }.content,
    ],
  ])('%s', async (key, blocks) => {
    const found = await recordsOf({ title: 'Talks', date: '2024-03-14', [key]: blocks });
    expect(found).toMatchObject([
      { title: 'Talks', publishedOn: '2024-03-14', raw: `${ONE}\n\n${TWO}` },
    ]);
  });

  test('records in such a list stay apart', async () => {
    const records = [
      { title: 'One', text: ONE },
      { title: 'Two', text: TWO },
    ];
    expect((await recordsOf({ title: 'All', content: records })).map(({ raw }) => raw)).toEqual([
      ONE,
      TWO,
    ]);
  });
});

describe('the day and title of a record, wherever it has them', () => {
  test.each([
    ['metadata around them', { metadata: { date: '2024-03-14', title: 'Talks' } }],
    ['parts of a day', { title: 'Talks', date: { year: 2024, month: 3, day: 14 } }],
    ['a list of numbers', { title: 'Talks', published_parsed: [2024, 3, 14, 10, 0, 0] }],
    ['a key of known parts', { title: 'Talks', article_publish_ts: 1710410400 }],
    ['such a key of the day of upload', { title: 'Talks', 'upload-date': '2024-03-14' }],
    [
      'a known key before such a key',
      { title: 'Talks', createdOnDate: '2024-01-02', date: '2024-03-14' },
    ],
    ['keys in another language', { Titel: 'Talks', Datum: '14.03.2024' }],
  ])('%s', async (_, record) =>
    expect(await recordsOf({ text: ONE, ...record })).toMatchObject([
      { title: 'Talks', publishedOn: '2024-03-14' },
    ]),
  );

  test('what a search server keeps beneath its key is no publisher', async () =>
    expect(
      await recordsOf({ hits: [{ _id: '1', _source: { title: 'Talks', content: ONE } }] }),
    ).toMatchObject([{ title: 'Talks', publisher: null }]));
});

test('keys that only sound like those of a day are none', async () => {
  const given = {
    text: ONE,
    public_statements: '2024-03-14',
    postid: '20240314',
    creation: '2024-03-14',
  };
  expect(await recordsOf(given)).toMatchObject([{ publishedOn: null }]);
});

test('a sidecar within an archive describes the file beside it', async () => {
  const zip = makeZip({
    'a/talks.txt': ONE,
    'a/talks.meta.json': '{"title":"Talks","publishedOn":"2024-03-14"}',
  });
  const all = await itemsOf('a.zip', Buffer.from(zip));
  expect(all).toMatchObject([{ document: { title: 'Talks', publishedOn: '2024-03-14' } }]);
  const broken = makeZip({ 'a.txt': ONE, 'a.txt.meta.json': '{' });
  expect(await reasonOf('a.zip', Buffer.from(broken))).toEqual([
    expect.stringContaining('is no JSON'),
  ]);
});

test('the name of a post with front matter gives the day that the post does not', async () => {
  const [item] = await itemsOf(
    '2024-03-11-talks.md',
    `---\nlayout: a\ntitle: Talks\n---\n${ONE}`,
  ).then((all) => all.filter((one) => 'document' in one));
  expect(item).toMatchObject({ document: { title: 'Talks', publishedOn: '2024-03-11' } });
});

test('an entry of Atom may be in base64', async () => {
  const content = Buffer.from(ONE).toString('base64');
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><id>1</id><title>A</title><content mode="base64">${content}</content></entry></feed>`;
  const all = await itemsOf('a.xml', feed);
  expect(all.flatMap((item) => ('document' in item ? [item.document.raw] : []))).toEqual([
    `A\n\n${ONE}`,
  ]);
});

test('short code and YAML are no prose', async () => {
  expect(await reasonOf('a.css', '.a{color:red}\n.b{color:blue}\n')).toEqual([
    expect.stringMatching(/source code or a stylesheet/),
  ]);
  expect(await reasonOf('a.yaml', `- title: A\n  text: ${ONE}\n`)).toContainEqual(
    expect.stringMatching(/is YAML/),
  );
});

test('a spoilt picture is told as one', async () =>
  expect(await reasonOf('a.png', Buffer.from('89504e470d0a1a0a30303030', 'hex'))).toEqual([
    expect.stringMatching(/is an image/),
  ]));
