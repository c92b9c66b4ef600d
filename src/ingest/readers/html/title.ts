/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { foldText } from '../../../model/ids.ts';
import { squash } from '../../text/text.ts';

/** Between the title of a page and the name of its site. */
const SEPARATOR = /\s+[|–—·•»«:]+\s+|\s+-{1,2}\s+|\s*\|\s*|\s*::\s*/;
/** Longer titles, in characters, are left as they are. */
const TITLE_MAX = 1_000;
/** Most words of a site's name. */
const SITE_WORDS = 6;

const words = (text: string) => text.split(/\s+/).length;

/** The parts of a title between separators. */
function piecesOf(title: string): string[] {
  return title.split(SEPARATOR).map(squash).filter(Boolean);
}

/**
 * The title without the site's name at its end or beginning.
 * @param names of the site, as the page gives them
 */
function withoutSite(title: string, names: readonly string[]): string {
  if (title.length > TITLE_MAX) return title;
  const pieces = piecesOf(title);
  if (pieces.length < 2) return title;
  const folded = names.map(foldText).filter(Boolean);
  const isSite = (piece: string) => folded.includes(foldText(piece));
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  if (isSite(last))
    return squash(title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»«:-]+$/, ''));
  if (isSite(first))
    return squash(title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—·•»«:-]+/, ''));
  // A bar, unlike a dash, is never part of a headline.
  const bar = title.lastIndexOf('|');
  const behind = bar < 0 ? '' : squash(title.slice(bar + 1));
  const before = bar < 0 ? '' : squash(title.slice(0, bar));
  return behind !== '' && words(behind) <= SITE_WORDS && words(before) > 1
    ? withoutSite(before, names)
    : title;
}

/** Titles that programs give to pages without one. */
const NO_TITLE =
  /^(?:untitled(?: (?:document|page))?|document|home(?:page| page)?|index|new page(?: \d+)?|page \d+|welcome|default|no title|news|article|print|loading\W*)$/i;

const HIDDEN =
  '[hidden], [aria-hidden="true"], [class*="visually-hidden" i], [class*="visuallyhidden" i], [class*="sr-only" i], [class*="screen-reader" i]';
/** Headings of a site, not of its page. */
export const HEAD_OF_SITE =
  'header, nav, [role="banner"], #header, [id*="masthead" i], [class*="masthead" i], [id*="logo" i], [class*="logo" i], [class*="site-title" i], [class*="site-name" i], [class*="branding" i]';
/** Whether a heading links to the front page, like a site's name. */
const leadsHome = (heading: Element) =>
  [...heading.querySelectorAll('a'), heading.closest('a')].some((link) =>
    /^(?:\/|\.\/|https?:\/\/[^/]+\/?|(?:\.?\/)?(?:index|default)\.\w+)$/i.test(
      link?.getAttribute('href') ?? '',
    ),
  );

/** Headlines, those in the article first, and apart from them headings of the site. */
function headlinesOf(document: Document): { own: string[]; site: string[] } {
  const own: string[] = [];
  const site: string[] = [];
  for (const heading of document.querySelectorAll('h1')) {
    const text = squash(heading.textContent ?? '');
    if (text === '') continue;
    const inArticle = heading.closest('article, main, [role="main"]') !== null;
    const ofSite = heading.closest(`${HEAD_OF_SITE}, ${HIDDEN}`) !== null || leadsHome(heading);
    if (ofSite && !inArticle) site.push(text);
    else if (inArticle) own.unshift(text);
    else own.push(text);
  }
  return { own, site };
}

/** The first heading below the first level, for pages whose first-level heading is the site's name. */
function secondHeading(document: Document): string {
  for (const level of ['h2', 'h3'])
    for (const heading of document.querySelectorAll(level)) {
      const text = squash(heading.textContent ?? '');
      if (text !== '' && heading.closest(`${HEAD_OF_SITE}, aside, footer`) === null) return text;
    }
  return '';
}

/** The piece of a title with sections of the site that a second heading repeats: "News » Talks begin". */
function behindSections(declared: string, headline: string, second: string): string {
  const pieces = piecesOf(declared).map(foldText);
  const isPiece = (text: string) => pieces.includes(foldText(text));
  return isPiece(headline) && isPiece(second) && words(second) > words(headline)
    ? second
    : headline;
}

/** Fewer words of a headline may be a section's: "Press releases". */
const HEADLINE_WORDS = 4;
const LONG_WORD = /[\p{L}\p{N}]{4,}/gu;

/** Whether two titles have no longer word in common. */
function differ(a: string, b: string): boolean {
  const own = new Set(foldText(a).match(LONG_WORD));
  return !foldText(b)
    .match(LONG_WORD)
    ?.some((word) => own.has(word));
}

/** The headlines that the article has for itself, as its data or its own heading say. */
function ownHeadlines(document: Document, inData: string | null): string[] {
  return [
    squash(inData ?? ''),
    ...[...document.querySelectorAll('article h1')].map((one) => squash(one.textContent ?? '')),
  ].filter((text) => words(text) >= HEADLINE_WORDS);
}

/**
 * The headline of the article where the title that the page states is the site's: they share no word,
 * and `<title>` does not state it as the longer of both.
 */
function insteadOfSite(
  stated: string,
  declared: string,
  headlines: readonly string[],
): string | undefined {
  const [headline] = headlines;
  if (headline === undefined || headlines.some((one) => !differ(stated, one))) return undefined;
  const within = foldText(declared).includes(foldText(stated));
  const both = within && foldText(declared).includes(foldText(headline));
  return both && words(stated) >= words(headline) ? undefined : headline;
}

/**
 * The title of a page: the stated one, else the headline that its `<title>` contains, else the
 * `<title>`; always without the site's name.
 */
export function pageTitle(
  document: Document,
  stated: readonly (string | null)[],
  siteName: string | null,
  inData: string | null = null,
): string | null {
  const { own, site } = headlinesOf(document);
  const names = [...(siteName === null ? [] : [siteName]), ...site];
  const told = squash(document.querySelector('title')?.textContent ?? '');
  const declared = NO_TITLE.test(told) ? '' : told;
  const clean = (text: string) => withoutSite(text, names);
  const isName = (text: string) => names.some((name) => foldText(name) === foldText(text));
  const given = stated
    .map((one) => squash(one ?? ''))
    .find((text) => text !== '' && !/^@/.test(text) && !NO_TITLE.test(text) && !isName(text));
  if (given !== undefined)
    return clean(insteadOfSite(given, told, ownHeadlines(document, inData)) ?? given);
  const folded = foldText(declared);
  const headlines = own.filter((text) => !isName(text));
  const headline = headlines.find((text) => folded.includes(foldText(text))) ?? headlines[0];
  if (headline !== undefined && (declared === '' || folded.includes(foldText(headline))))
    return behindSections(declared, headline, secondHeading(document));
  if (declared !== '' && !isName(declared)) return clean(declared);
  return headline ?? (secondHeading(document) || declared || site[0] || null);
}
