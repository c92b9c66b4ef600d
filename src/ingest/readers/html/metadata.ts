/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { type DayOrder, orderOfPlace } from '../../text/day-order.ts';
import { dateInLine, MONTHS, openFigures, readDate, SHORT_MONTH } from '../date.ts';
import { unixDay } from '../keys.ts';
import type { Metadata } from '../record.ts';
import { datesShown } from './dates-shown.ts';
import { articleOf, firstText } from './json-ld.ts';
import { pageTitle } from './title.ts';

const DATES =
  'article:published_time og:article:published_time article:published og:published_time og:pubdate datepublished pubdate publish-date publish_date publishdate published_date publication_date publication-date published dcterms.issued dcterms.created dcterms.date dc.date.issued dc.date.created dc.date citation_publication_date citation_online_date citation_date prism.publicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime article.published originalpublicationdate dateposted datecreated date ptime bt:pubdate rnews:datepublished displaydate release_date'.split(
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

const isAddress = (value: string | null | undefined): value is string =>
  Boolean(value && URL.canParse(value) && /^https?:/i.test(value));

const addressOf = (document: Document, meta: Map<string, string[]>): string | null =>
  [
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    ...(meta.get('og:url') ?? []),
  ].find(isAddress) ?? null;

/** Metadata of a page: from `<meta>`, from JSON-LD, then from the text beside the headline. */
export function metadataOf(document: Document): Metadata {
  const meta = metaOf(document);
  const all = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const address = addressOf(document, meta);
  const data = articleOf(
    [...document.querySelectorAll('script[type*="ld+json" i]')].map(
      (script) => script.textContent ?? '',
    ),
    address,
  );
  const url = address ?? [firstText(data.url)].find(isAddress) ?? null;
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
      firstText(data.headline),
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
