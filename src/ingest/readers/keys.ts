import { anyOf } from '../text/pattern.ts';
import { readDate } from './date.ts';
import type { Metadata } from './record.ts';

/**
 * Keys of people, exporters and crawlers, best first. Case, `_`, `-`, `.`, `:` and spaces are
 * ignored: `date_published`, `datePublished` and `Date Published` are one.
 */
const SYNONYMS = {
  title:
    'title headline heading subject articletitle newstitle webtitle titletext pagetitle ogtitle titel titre titulo título titolo tytuł name',
  url: 'url link articleurl sourceurl pageurl canonicalurl canonical canonicallink permalink weburl externalurl originalurl requestedurl uri href ogurl linkurl',
  publisher:
    'publisher publishername publication publicationname sourcename source outlet mediaoutlet medianame newspaper journal sitename site ogsitename sourcedomain domain website provider agency feedtitle quelle fuente',
  publishedOn:
    'publishedon published publishedat publisheddate publishedtime publishdate publishedtimestamp publishtime publicationdate publicationdatetime datepublished datepublishediso datepublish datepublication articlepublishedtime articledate newsdate firstpublished firstpublishedat firstpublicationdate timepublished displaydate webpublicationdate pubdate pubtime pubdatetime issued dateissued dcdate dctermsissued date datetime dateline releasedate releasedat releasedon issuedate entrydate dategmt isodate datetimepub publishedutc publishedparsed dateutc datum fecha createdutc dateofpublication postdate posteddate postedon postedat posted seendate datecreated createdat created timestamp time updated',
  language: 'language lang inlanguage languagecode langcode locale',
  text: 'text body content maintext articlebody articletext article fulltext textcontent contenttext bodytext plaintext cleanedtext cleantext rawtext contentplain newstext storytext story transcript markdown contentmarkdown paragraphs blocks texto texte testo inhalt contenido contenu',
  html: 'html contenthtml bodyhtml htmlcontent rawhtml htmlbody articlehtml',
  id: 'id guid uuid uid articleid docid documentid recordid newsid',
} as const;

export type Key = keyof typeof SYNONYMS;

const plainKey = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const KEY_OF = new Map<string, { key: Key; rank: number }>(
  (Object.entries(SYNONYMS) as [Key, string][]).flatMap(([key, words]) =>
    words.split(' ').map((word, rank) => [word, { key, rank }] as const),
  ),
);

/** Other keys of a day of publication: what is dated, what was done, and in what form. */
const OF_PUBLICATION = new RegExp(
  `^${anyOf(
    '(?:(?:article|story|news|post|item|entry|doc|document|original|originally|first|online)*(?:publish(?:ed|ing)?|publication|pub|posted|post|issued?|released?|creat(?:ed|ion)|upload(?:ed)?)(?:on)?(?:date|time|day|timestamp|ts|at|on)+)',
    '(?:article|story|news|item|entry|doc|document|online|meta|web)(?:date|datetime)',
  )}(?:gmt|utc|iso|local|str|string)?$`,
);

/** The meaning of a record's key, a column or a line of front matter; null when it is not read. */
export function meaningOf(key: string): Key | null {
  if (key === '_id') return 'id';
  // Search servers keep the record itself beneath this key.
  if (key === '_source') return null;
  const plain = plainKey(key);
  return KEY_OF.get(plain)?.key ?? (OF_PUBLICATION.test(plain) ? 'publishedOn' : null);
}

/** Keys that are known by their parts rank behind those that are listed. */
const LAST_RANK = 1_000;
const rankOf = (key: string) => KEY_OF.get(plainKey(key))?.rank ?? LAST_RANK;

type Entry = readonly [key: string, value: unknown];

/** Values of keys with the meaning `key`, best key first. */
export function valuesOf(record: Iterable<Entry>, key: Key): unknown[] {
  return [...record]
    .filter(([name]) => meaningOf(name) === key)
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([, value]) => value);
}

const NAMES = [
  'name',
  'title',
  'value',
  '$date',
  '#text',
  '@value',
  '_',
  'rendered',
  'plain',
  'en',
];

/** A text in any form of exporters: a text, a number, `{name}`, or a list of these. */
export function plainValue(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null || depth > 2) return null;
  if (Array.isArray(value)) return plainValue(value[0], depth + 1);
  for (const name of NAMES) {
    const inner = plainValue((value as Record<string, unknown>)[name], depth + 1);
    if (inner !== null) return inner;
  }
  return null;
}

/** A day in parts: `[2024, 3, 14, 0, 0]` or `{year, month, day}`. */
function dayOfParts(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { year, month, day } = value as Record<string, unknown>;
  const parts = (Array.isArray(value) ? value.slice(0, 3) : [year, month, day]).map(Number);
  if (parts.length < 3 || !parts.every((part) => Number.isInteger(part) && part > 0)) return null;
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The day of a Unix time, in seconds or milliseconds, between 1990 and 2100. */
export function unixDay(value: string): string | null {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(value)) return null;
  const time = Number(value) * (value.length >= 12 && !value.includes('.') ? 1 : 1_000);
  const [from, to] = [Date.UTC(1990), Date.UTC(2100)];
  return time >= from && time < to ? new Date(time).toISOString().slice(0, 10) : null;
}

/** The metadata of a record. A date value that is no date is kept, so that it is reported. */
export function metadataOf(record: Iterable<Entry>): Metadata {
  const entries = [...record];
  const first = (key: Key) => {
    for (const value of valuesOf(entries, key)) {
      const plain = plainValue(value);
      if (plain !== null) return plain;
    }
    return null;
  };
  const address = valuesOf(entries, 'url')
    .map((value) => plainValue(value))
    .find((value) => value !== null && /^https?:/i.test(value));
  const dates = valuesOf(entries, 'publishedOn');
  const plainDates = dates.flatMap((value) => dayOfParts(value) ?? plainValue(value) ?? []);
  const plainDate =
    plainDates.find((value) => unixDay(value) !== null || readDate(value) !== null) ??
    plainDates[0];
  // A value that is neither text nor date is kept as given, to be reported with its type.
  const date =
    plainDate === undefined
      ? (dates.find((value) => value !== null && value !== '') as string | undefined)
      : (unixDay(plainDate) ?? plainDate);
  return {
    title: first('title'),
    url: address ?? null,
    publisher: first('publisher'),
    publishedOn: date ?? null,
    language: first('language'),
  };
}
