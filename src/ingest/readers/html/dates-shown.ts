/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squash } from '../../text/text.ts';
import { SHORT_MONTH } from '../date.ts';

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

/** Reads the date of a line; null for a line without one. */
type ReadLine = (line: string) => string | null;

const dateIn = (element: Element, read: ReadLine): string | null =>
  read(
    element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      (element.localName === 'abbr' ? element.getAttribute('title') : null) ??
      '',
  ) ?? read(squash(element.textContent ?? '').slice(0, DATE_LINE_MAX));

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

/** Shorter paragraphs, in characters, may stand above an article. */
const PARAGRAPH_MIN = 100;

/** The elements below the first paragraph of the article. */
function belowOpening(document: Document): ReadonlySet<Element> {
  const all = [...document.querySelectorAll('*')];
  const opening = all.findIndex(
    (one) => one.localName === 'p' && squash(one.textContent ?? '').length >= PARAGRAPH_MIN,
  );
  return new Set(opening < 0 ? [] : all.slice(opening + 1));
}

/** Whether an element stands beside a link, and may be the date of what that leads to. */
const isByLink = (element: Element): boolean =>
  Boolean(element.closest('li, p, div, section, figure')?.querySelector('a[href]'));

/** A date in the article or beside the headline; null for a page without either. */
export function datesShown(document: Document, read: ReadLine): string | null {
  const below = belowOpening(document);
  const first = (selector: string, root: ParentNode): string | null => {
    for (const element of root.querySelectorAll(selector)) {
      if (element.closest(ELSEWHERE) || (below.has(element) && isByLink(element))) continue;
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
