import { describe, expect, test } from 'vitest';
import { frontMatterOf } from '../../../src/ingest/readers/prose/front-matter.ts';

const TEXT = 'Holm met Berg in Oslo today.\n';

describe('what stands before a text tells its title and day', () => {
  test.each([
    ['YAML', '---\ntitle: "Readout\\u2019s day"\ndate: 2024-03-11 10:00:00 +0100\n---\n'],
    [
      'YAML with a comment, ended by dots',
      '---\n# made\ntitle: Readout’s day\ndate: 2024-03-11\n...\n',
    ],
    [
      'YAML of folded lines, CRLF',
      '---\r\ntitle: >-\r\n  Readout’s\r\n  day\r\npublishDate: 11 March 2024\r\n---\r\n',
    ],
    ['TOML', '+++\ntitle = "Readout’s day"\ndate = 2024-03-11T10:00:00Z\n+++\n'],
    ['MultiMarkdown', 'Title: Readout’s day\nDate: March 11, 2024\n\n'],
    ['YAML set in', '  ---\n  title: Readout’s day\n  date: 2024-03-11\n  ---\n'],
    ['JSON between semicolons', ';;;\n"title": "Readout’s day",\n"date": "2024-03-11"\n;;;\n'],
    [
      'an object between semicolons',
      ';;;\n{"title": "Readout’s day", "date": "2024-03-11"}\n;;;\n',
    ],
    ['JSON by name', '---json\n{"title": "Readout’s day", "date": "2024-03-11"}\n---\n'],
    ['TOML by name', '---toml\ntitle = "Readout’s day"\ndate = "2024-03-11"\n---\n'],
    ['TOML in a table', '+++\n[post]\ntitle = "Readout’s day"\ndate = "2024-03-11"\n+++\n'],
    [
      'YAML within a key',
      '---\nlayout: a\nmeta:\n  title: Readout’s day\n  date: 2024-03-11\n---\n',
    ],
    ['four dashes', '----\ntitle: Readout’s day\ndate: 2024-03-11\n----\n'],
    ['a comment', '<!--\ntitle: Readout’s day\ndate: 2024-03-11\n-->\n'],
    ['a block of code', '```yaml\ntitle: Readout’s day\ndate: 2024-03-11\n```\n'],
    ['Org', '#+TITLE: Readout’s day\n#+DATE: <2024-03-11 Mon>\n'],
    ['AsciiDoc', '= Readout’s day\n:revdate: 2024-03-11\n'],
    ['reStructuredText', 'Readout’s day\n=============\n\n:Date: 2024-03-11\n'],
    ['Pandoc', '% Readout’s day\n% Press Office\n% 2024-03-11\n'],
  ])('%s', (_, front) => {
    const found = frontMatterOf(front + TEXT)!;
    expect(found.metadata.title).toBe('Readout’s day');
    expect(found.metadata.publishedOn).toMatch(/2024-03-11|11 March 2024|March 11, 2024/);
    expect(found.problem).toBeNull();
    expect((front + TEXT).slice(found.end)).toBe(TEXT);
  });
});

test('what is no YAML is read line by line, and told', () => {
  const front = '---\ntitle: Oslo: the talks\ndate: 2024-03-11\n---\n';
  expect(frontMatterOf(front + TEXT)).toMatchObject({
    metadata: { title: 'Oslo: the talks', publishedOn: '2024-03-11' },
    end: front.length,
    problem: expect.stringContaining('read line by line'),
  });
});

test('keys that mean nothing here are named', () =>
  expect(frontMatterOf(`---\ntitle: A\ntags: [b]\nlayout: c\n---\n${TEXT}`)?.unread).toEqual([
    'tags',
    'layout',
  ]));

describe('what only looks like front matter is text', () => {
  test.each([
    ['a rule', `---\n\nA text between rules.\n\n---\n${TEXT}`],
    ['speakers', `Holm: We agree.\nBerg: So do we.\n\n${TEXT}`],
    ['a title without a day', `Title: A\nSubtitle: B\n\n${TEXT}`],
    ['a share', `% of GDP\n\n${TEXT}`],
    ['nothing', TEXT],
  ])('%s', (_, text) => expect(frontMatterOf(text)).toBeNull());
});

test('front matter without an end is read to its empty line, and told', () => {
  const front = '---\ntitle: Talks\ndate: 2024-03-11\n\n';
  const found = frontMatterOf(front + TEXT)!;
  expect(found.metadata).toMatchObject({ title: 'Talks', publishedOn: '2024-03-11' });
  expect(found.problem).toMatch(/no end/);
  expect((front + TEXT).slice(found.end)).toBe(TEXT);
});

test('a list of fields without title and day is text', () =>
  expect(frontMatterOf(`:lever: to the left\n${TEXT}`)).toBeNull());

test.each(['----\nHolm: they met\n----\n', '```yaml\nport: 80\n```\n', '<!--\ncheck: this\n-->\n'])(
  'other things between such marks are text: %s',
  (front) => expect(frontMatterOf(front + TEXT)).toBeNull(),
);
