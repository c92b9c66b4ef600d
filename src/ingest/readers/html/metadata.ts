/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { type DayOrder, orderOfPlace } from '../../text/day-order.ts';
import { squash } from '../../text/text.ts';
import { dateInLine, MONTHS, openFigures, readDate } from '../date.ts';
import { unixDay } from '../keys.ts';
import type { Metadata } from '../record.ts';
import { articleOf, firstText, type Json } from './json-ld.ts';
import { pageTitle } from './title.ts';

const DATES =
  'article:published_time og:article:published_time article:published og:published_time og:pubdate datepublished pubdate publish-date publish_date publishdate published_date publication_date publication-date published dcterms.issued dcterms.created dcterms.date dc.date.issued dc.date.created dc.date citation_publication_date citation_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime article.published originalpublicationdate dateposted datecreated date ptime bt:pubdate rnews:datepublished displaydate release_date'.split(
    ' ',
  );
const TITLES = 'og:title twitter:title dcterms.title dc.title parsely-title sailthru.title'.split(
  ' ',
);
const SITES =
  'og:site_name application-name dcterms.publisher dc.publisher article:publisher'.split(' ');
const LANGUAGES = 'og:locale dcterms.language dc.language content-language'.split(' ');

/** The values of `<meta>` by lower-case name; one element may have several, as `itemprop="a b"`. */
function metaOf(document: Document): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
      for (const name of element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [])
        found.set(name, [...(found.get(name) ?? []), content]);
  }
  return found;
}

/** Elements with dates of other pages: teasers, sidebars, lists of news. */
const ELSEWHERE =
  'aside, nav, footer, [class*="sidebar" i], [class*="related" i], [class*="teaser" i], [class*="promo" i], [class*="recommend" i], [class*="most-read" i], [class*="latest" i], [class*="comment" i], [class*="event" i], [class*="calendar" i], [class*="upcoming" i], [class*="trending" i], [class*="popular" i], [class*="ticker" i], [class*="weather" i], [class*="current-date" i], [class*="today" i], [id*="sidebar" i], [id*="comment" i]';
const STATED =
  '[itemprop~="datePublished"], time[pubdate], [property~="datePublished"], [property~="schema:datePublished"], [class~="dt-published"], [class~="entry-date"]';
/** Best first: elements marked as day of publication, then as any date. */
const NEAR = [
  '[class*="publish" i], [class*="byline" i], [class*="posted" i]',
  'time, [class*="date" i], [class*="timestamp" i], [id*="date" i]',
];
/** Longer lines are sentences of the article. */
const DATE_LINE_MAX = 120;
const SHORT_MONTH = `(?:${MONTHS.join('|')})`;

/** Reads the date of a line; null for a line without one. */
type ReadLine = (line: string) => string | null;

const dateIn = (element: Element, read: ReadLine): string | null =>
  read(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '') ??
  read(squash(element.textContent ?? '').slice(0, DATE_LINE_MAX));

/** A line with nothing but the author and the day: "By Jane Roe | Published: 5 December 2023". */
const AUTHOR = String.raw`(?:(?:(?:posted|published|written) )?by\b[^\d|]{1,60}?)?(?:[\s|·•,–—-]| on )*`;
const SAID_OF_DAY = String.raw`(?:(?:published|posted|issued|released|date)\b(?: on)?:?\s*)?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?`;
const DAY = String.raw`(?:\d{1,4}(?:st|nd|rd|th)?[ ./-]|${SHORT_MONTH}[a-z]*\.? \d).{4,60}`;
const LINE_OF_DAY = new RegExp(`^${AUTHOR}${SAID_OF_DAY}${WEEKDAY}(${DAY})`, 'i');
const LINES_BELOW = 3;

/** The day in the lines right below the headline. */
function dateBelow(headline: Element | null, read: ReadLine): string | null {
  let line = headline?.nextElementSibling ?? null;
  for (let at = 0; line !== null && at < LINES_BELOW; at++, line = line.nextElementSibling) {
    const words = squash(line.textContent ?? '');
    if (words.length > DATE_LINE_MAX || line.closest(ELSEWHERE)) continue;
    const date = read(LINE_OF_DAY.exec(words)?.[1] ?? '');
    if (date !== null) return date;
  }
  return null;
}

/** A date in the article or beside the headline; null for a page without either. */
function datesShown(document: Document, read: ReadLine): string | null {
  const first = (selector: string, root: ParentNode): string | null => {
    for (const element of root.querySelectorAll(selector)) {
      if (element.closest(ELSEWHERE)) continue;
      const date = dateIn(element, read);
      if (date !== null) return date;
    }
    return null;
  };
  const stated = first(STATED, document);
  if (stated !== null) return stated;
  const articles = [...document.querySelectorAll('article')];
  const headline =
    document.querySelector('article h1, main h1') ??
    document.querySelector('h1') ??
    [...document.querySelectorAll('h2')].find((heading) => !heading.closest(ELSEWHERE)) ??
    null;
  const places = [
    headline?.closest('article, main, header') ?? null,
    headline?.parentElement ?? null,
    articles.length === 1 ? articles[0]! : null,
  ];
  for (const place of places)
    for (const near of place ? NEAR : []) {
      const date = first(near, place!);
      if (date !== null) return date;
    }
  return dateBelow(headline, read);
}

const YEAR = '(?<year>(?:19|20)\\d{2})';
/** Dates in addresses, as archives write them: "/2023/12/05/", "/2023/dec/05/", "/20231205-talks", "/2023/12/". */
const ADDRESSES = [
  String.raw`\/${YEAR}[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})(?=[/-]|$)`,
  String.raw`\/${YEAR}\/(?<name>${SHORT_MONTH})[a-z]*\/(?<day>\d{1,2})(?=[/-]|$)`,
  String.raw`[/_-]${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)`,
  String.raw`\/${YEAR}\/(?<month>0[1-9]|1[0-2])(?=\/)`,
].map((pattern) => new RegExp(pattern, 'i'));

function dateInAddress(url: string | null): string | null {
  for (const pattern of ADDRESSES) {
    const found = pattern.exec(url ?? '')?.groups;
    if (!found) continue;
    const month = found.month ?? String(MONTHS.indexOf(found.name!.toLowerCase()) + 1);
    const parts = [found.year!, month, ...(found.day ? [found.day] : [])];
    const date = readDate(parts.map((part) => part.padStart(2, '0')).join('-'));
    if (date !== null) return date;
  }
  return null;
}

/** A date's text; some write the day as a number: 20240313. */
const dateText = (value: unknown) => (typeof value === 'number' ? String(value) : firstText(value));

function firstDate(
  values: readonly (string | null | undefined)[],
  order: DayOrder | null,
): string | null {
  for (const value of values) {
    const date = unixDay(value ?? '') ?? readDate(value ?? null, order);
    if (date !== null) return date;
  }
  return null;
}

const addressOf = (document: Document, meta: Map<string, string[]>, data: Json): string | null =>
  [
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    ...(meta.get('og:url') ?? []),
    firstText(data.url),
  ].find((value) => value && URL.canParse(value) && /^https?:/i.test(value)) ?? null;

/** Metadata of a page: from `<meta>`, from JSON-LD, then from the text beside the headline. */
export function metadataOf(document: Document): Metadata {
  const meta = metaOf(document);
  const all = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const data = articleOf(
    [...document.querySelectorAll('script[type*="ld+json" i]')].map(
      (script) => script.textContent ?? '',
    ),
  );
  const url = addressOf(document, meta, data);
  const site =
    all(SITES).find((name) => !/^https?:/i.test(name)) ?? firstText(data.publisher) ?? null;
  const language =
    document.documentElement?.getAttribute('lang') ??
    document.documentElement?.getAttribute('xml:lang') ??
    firstText(data.inLanguage) ??
    all(LANGUAGES)[0] ??
    null;
  const order = orderOfPlace(language, url);
  return {
    title: pageTitle(
      document,
      [...all(TITLES), firstText(data.headline), firstText(data.name)],
      site,
    ),
    url,
    publisher: site,
    publishedOn:
      firstDate(all(DATES.slice(0, 5)), order) ??
      firstDate([data.datePublished, data.dateCreated].map(dateText), order) ??
      firstDate(all(DATES), order) ??
      datesShown(document, (line) => dateInLine(line, order)) ??
      dateInAddress(url) ??
      // Figures that may be two days are given on as written, to be told.
      all(DATES).find((value) => openFigures(value) !== null) ??
      datesShown(document, openFigures),
    language,
  };
}
