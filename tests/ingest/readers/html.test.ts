import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/ingest/readers/html/article.ts';

const BODY =
  '<p>The minister of Norway met his colleague of Denmark in the yard of the town on Monday, and both spoke of frigates.</p><p>They are to meet again in the autumn, as a statement of the two ministries says, which came out after the talks.</p>';
const SAID = /^The minister of Norway met [\s\S]+ after the talks\.$/;

const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const titleOf = (head: string, body: string) => readHtml(page(head, body))?.metadata.title;
const dayOf = (head: string, body = BODY) =>
  readHtml(page(`<title>Talks</title>${head}`, `<h1>Talks</h1>${body}`))?.metadata.publishedOn ??
  null;
/** Without the title that is put before it. */
const textOf = (html: string) => readHtml(html)?.text.replace(/^Talks\n\n/, '');

describe('a page may leave out the tags that HTML lets it leave out', () => {
  test.each([
    `<!doctype html><title>Talks</title>${BODY}`,
    `<!DOCTYPE html>\n<meta charset=utf-8><title>Talks</title>${BODY}`,
    `<html><title>Talks</title>${BODY}`,
    `<head><title>Talks</title></head><body>${BODY}`,
    `<HTML><HEAD><TITLE>Talks</TITLE></HEAD><BODY>${BODY}`,
    `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Talks</title></head><body>${BODY}</body></html>`,
  ])('%s', (html) => {
    expect(readHtml(html)?.metadata.title).toBe('Talks');
    expect(textOf(html)).toMatch(SAID);
  });
});

describe('the article is read, whatever the page puts beside or around it', () => {
  const NOTICE =
    '<p>This site uses cookies so that it works well for you. You can say no to them if you wish, and read on all the same.</p>';
  test.each([
    ['a menu', `<nav><a href=/>Home</a></nav><div>${BODY}</div>`],
    ['a long notice before it', `<div class="gdpr">${NOTICE.repeat(3)}</div><div>${BODY}</div>`],
    ['a dialog behind it', `<div>${BODY}</div><div role="dialog">${NOTICE.repeat(4)}</div>`],
    ['a wall before it', `<div class="subscribe-wall">${NOTICE}</div><div>${BODY}</div>`],
    ['a wrapper that is named so', `<div class="consent-given"><div>${BODY}</div></div>`],
    [
      'such a wrapper with a notice',
      `<div class="cookie-ok"><div>${BODY}</div><div class="cookie">${NOTICE}</div></div>`,
    ],
    [
      'readers’ comments below it',
      `<div>${BODY}</div><section id="comments">${NOTICE.repeat(9)}</section>`,
    ],
    [
      'an advertisement below it',
      `<div>${BODY}</div><div class="box advertisement">${NOTICE}</div>`,
    ],
    ['a template below it', `<div>${BODY}</div><template>${NOTICE}</template>`],
    ['a form around it', `<form><div id="cookieBar">${NOTICE}</div><div>${BODY}</div></form>`],
  ])('%s', (_, body) => expect(textOf(page('<title>Talks</title>', body))).toMatch(SAID));
});

describe('the title is that of the page, not of its site', () => {
  test.each([
    [
      'a headline that leads home',
      '<title>Ministers meet - Ministry</title>',
      '<h1><a href="/">Ministry</a></h1><h2>Ministers meet</h2>',
    ],
    [
      'a page that is called as its site',
      '<title>Ministry</title>',
      '<div id="header"><h1>Ministry</h1></div><h2>Ministers meet</h2>',
    ],
    [
      'a logo as a headline',
      '<title>The Daily | Ministers meet</title><meta property="og:site_name" content="The Daily">',
      '<h1 class="logo">The Daily</h1><h1>Ministers meet</h1>',
    ],
    [
      'a masthead',
      '<title>Ministers meet – The Daily News</title>',
      '<div class="masthead"><h1>The Daily News</h1></div>',
    ],
    [
      'a headline in the head of its article',
      '<title>Ministers meet</title>',
      '<article><header><h1>Ministers meet</h1></header></article>',
    ],
    [
      'JSON-LD with a list for a headline',
      '<title>x</title><script type="application/ld+json">{"@type":"NewsArticle","headline":[{"@value":"Ministers meet"}]}</script>',
      '',
    ],
    [
      'a title that the program gave',
      '<title>Untitled Document</title>',
      '<h1>Ministers meet</h1>',
    ],
    [
      'sections of the site before the title',
      '<title>News » Press » Ministers meet</title>',
      '<h1>Press</h1><h2>Ministers meet</h2>',
    ],
    [
      'a hidden heading of the site',
      '<title>Ministers meet – Ministry of the Sea</title>',
      '<h1 class="visually-hidden">Ministry of the Sea</h1><h1>Ministers meet</h1>',
    ],
    ['no title, and a heading of the third level', '', '<h3>Ministers meet</h3>'],
    [
      'JSON-LD with a number for a headline',
      '<title>Ministers meet</title><script type="application/ld+json">{"@type":"NewsArticle","headline":42,"name":null,"author":false}</script>',
      '',
    ],
  ])('%s', (_, head, body) => expect(titleOf(head, body + BODY)).toBe('Ministers meet'));

  const HEADLINE = 'Ministers meet in the yard';
  const ARTICLE = `<article><h1>${HEADLINE}</h1>${BODY}</article>`;
  const og = (title: string) => `<meta property="og:title" content="${title}">`;
  const data = (fields: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;
  test.each([
    [
      'a stated title that is the site’s name',
      `<title>${HEADLINE} - Coast Post</title>${og('Coast Post')}`,
    ],
    [
      'a stated title with a motto',
      `<title>${HEADLINE}</title>${og('Coast Post | Salt and news')}`,
    ],
    [
      'one title for all pages',
      `<title>Coast Post: salt and news</title>${og('Coast Post: salt and news')}`,
    ],
    [
      'the name of an account',
      `<title>${HEADLINE}</title><meta name="twitter:title" content="@post">`,
    ],
    [
      'the data of another page before its own',
      `<link rel="canonical" href="https://post.example/yard">${data({ headline: 'Herring is cheap again', url: 'https://post.example/herring' })}${data({ headline: HEADLINE, url: 'https://www.post.example/yard/' })}`,
    ],
    [
      'data without a sign of its keywords',
      `<script type="application/ld+json">{"type":"NewsArticle","headline":"${HEADLINE}"}</script>`,
    ],
  ])('%s', (_, head) => expect(titleOf(head, ARTICLE)).toBe(HEADLINE));

  test('a headline in the data alone', () =>
    expect(
      titleOf(`<title>Coast Post</title>${og('Coast Post')}${data({ headline: HEADLINE })}`, BODY),
    ).toBe(HEADLINE));

  test('a stated title stays beside the heading of a section', () =>
    expect(
      titleOf(
        `<title>Two ministers talk of frigates | What the press office says</title>${og('Two ministers talk of frigates')}`,
        `<article><h1>What the press office says</h1>${BODY}</article>`,
      ),
    ).toBe('Two ministers talk of frigates'));
});

describe('the day is that of the page', () => {
  const json = (data: string) => `<script type="application/ld+json">${data}</script>`;
  test.each([
    json('{"@type":"NewsArticle","datePublished":"2023-12-05",}'),
    json('//<![CDATA[\n{"@type":"NewsArticle","datePublished":20231205}\n//]]>'),
    json('[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":["2023-12-05T10:00Z"]}]'),
    `${json('{"@type":"NewsArticle","datePublished":"0001-01-01"}')}<meta name="publish-date" content="2023-12-05">`,
    '<meta itemprop="datePublished dateModified" content="2023-12-05T10:00:00Z">',
    '<meta property="article:modified_time" content="2024-02-01"><meta name="pubdate" content="20231205">',
    '<link rel="canonical" href="https://example.org/2023/12/05/talks">',
    '<link rel="canonical" href="https://example.org/2023/dec/05/talks">',
    '<link rel="canonical" href="https://example.org/news/20231205-talks">',
  ])('%s', (head) => expect(dayOf(head)).toBe('2023-12-05'));

  test.each([
    `<p class="byline">By Staff, <span>5 December 2023</span></p>${BODY}`,
    `<p class="byline">From our desk, 05.12.2023, 10:14</p>${BODY}`,
    `<p><a href="/staff">Staff</a>, <abbr class="published" title="2023-12-05">Tuesday</abbr></p>${BODY}`,
    `<div class="upcoming"><span class="date">20 November 2026</span></div><p class="posted">5 December 2023</p>${BODY}`,
    `<p><span class="today-date">20 November 2026</span></p><time>December 5, 2023</time>${BODY}`,
    `<span class="date">20 November 2026</span><p class="byline">By Staff | 5 December 2023</p>${BODY}`,
  ])('beside its headline: %s', (body) => expect(dayOf('', body)).toBe('2023-12-05'));

  test.each([
    ['<meta property="article:published_time" content="1970-01-01T00:00:00Z">', BODY],
    ['<meta name="date" content="0000-00-00">', BODY],
    ['', `<aside><time datetime="2026-11-20">20 Nov</time></aside>${BODY}`],
    ['', `${BODY}<div class="comments"><time datetime="2026-11-20">20 Nov</time></div>`],
    [
      '',
      `${BODY}<div class="box"><a href="/b">Herring</a> <time datetime="2026-11-20">20 Nov</time></div>`,
    ],
    ['', `${BODY}<section class="latest"><time datetime="2026-11-20">20 Nov</time></section>`],
  ])('or none: %s %s', (head, body) => expect(dayOf(head, body)).toBeNull());
});

test.each([
  ['<div>By Jane Roe | March 12, 2024 | Updated March 15, 2024</div>', '2024-03-12'],
  ['<p>Published: 12.03.2024 14:22</p>', '2024-03-12'],
  ['<p>By Staff<br>Tuesday, 12 March 2024</p>', '2024-03-12'],
  ['<p>Updated: March 15, 2024</p>', null],
  ['<p>The two met on 12 March 2024 in the yard of the town.</p>', null],
  // Given on as written, to be told.
  ['<p>03/12/2024</p>', '03/12/2024'],
  ['<p>Posted by the desk on March 12th, 2024 at 10:14 am</p>', '2024-03-12'],
])('the line below a headline gives the day if it holds nothing else: %s', (line, day) => {
  expect(dayOf('', line + BODY)).toBe(day);
  const low = page('<title>Talks</title>', `<h2>Talks</h2>${line}${BODY}`);
  expect(readHtml(low)?.metadata.publishedOn ?? null).toBe(day);
});

test('a page may give its day as a number of milliseconds, or with a prefix', () => {
  expect(dayOf('<meta property="article:published_time" content="1710234000000">')).toBe(
    '2024-03-12',
  );
  expect(dayOf('', `<i property="schema:datePublished" content="2024-03-12"></i>${BODY}`)).toBe(
    '2024-03-12',
  );
});

test('the name of the site above an article is no line of it', () => {
  const named = `<header><h1>Ministry of the Sea</h1></header><h2>Talks</h2>${BODY}`;
  expect(textOf(page('<title>Talks</title>', named))).toMatch(SAID);
  const logo = `<div class="site-logo">Ministry of the Sea</div><h2>Talks</h2>${BODY}`;
  expect(textOf(page('<title>Talks</title>', logo))).toMatch(SAID);
});

test('figures that may be two days are read by the language of the page', () => {
  const dated = (language: string) =>
    readHtml(
      `<!doctype html><html lang="${language}"><head><title>Talks</title></head><body><h1>Talks</h1><p class="published">05/12/2023</p>${BODY}</body></html>`,
    )?.metadata.publishedOn;
  expect([dated('en-GB'), dated('en-US'), dated('en')]).toEqual([
    '2023-12-05',
    '2023-05-12',
    '05/12/2023',
  ]);
});
