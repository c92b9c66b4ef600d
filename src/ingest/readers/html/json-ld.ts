import { jsonrepair } from 'jsonrepair';

export type Json = { readonly [key: string]: unknown };

/** Longest metadata, in characters. */
const LENGTH_MAX = 500_000;
const ARTICLE = /article|posting|report|newsitem|webpage|pressrelease/i;
const DEPTH = 3;

/** Parses JSON as pages write it: with trailing commas, comments, line breaks within strings. */
export function looseJson(text: string): unknown {
  if (text.length > LENGTH_MAX) return null;
  const plain = text
    .trim()
    .replace(/^(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/[ \t]{0,9})?\]\]>\s*;?$/g, '')
    .trim()
    .replace(/^<!--|-->$/g, '')
    .trim()
    .replace(/;$/, '');
  if (plain === '') return null;
  try {
    return JSON.parse(plain);
  } catch {
    try {
      return JSON.parse(jsonrepair(plain));
    } catch {
      return null;
    }
  }
}

function* objectsIn(value: unknown, depth = 0): Generator<Json> {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* objectsIn(each, depth + 1);
    return;
  }
  const object = value as Json;
  yield object;
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
    yield* objectsIn(object[key], depth + 1);
}

/** The text of a value: itself, its `name`, or the first text of a list. */
export function firstText(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value !== 'object' || value === null || depth > DEPTH) return null;
  const inner = Array.isArray(value)
    ? value
    : ['name', '@value', 'value', 'headline'].map((key) => (value as Json)[key]);
  for (const each of inner) {
    const text = firstText(each, depth + 1);
    if (text !== null) return text;
  }
  return null;
}

const typeOf = (object: Json) => [object['@type'] ?? object.type].flat().map(String).join(' ');

/** The address of a page without what does not tell pages apart. */
const plainAddress = (url: string) =>
  url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/gi, '').replace(/\/$/, '');

/** Addresses that an object gives as its own. */
const addressesOf = ({ url, '@id': id, mainEntityOfPage: page }: Json) =>
  [url, id, page, (page as Json | null)?.['@id']]
    .filter((value) => typeof value === 'string')
    .map(plainAddress);

/**
 * The JSON-LD of a page's article: the one of its address before those of other pages, and an article
 * before the page itself.
 * @param url address of the page, where it gives one
 */
export function articleOf(scripts: readonly string[], url: string | null): Json {
  const found = scripts
    .flatMap((script) => [...objectsIn(looseJson(script))])
    .filter((object) => ARTICLE.test(typeOf(object)));
  const isOther = (object: Json) => {
    const addresses = addressesOf(object);
    return url !== null && addresses.length > 0 && !addresses.includes(plainAddress(url));
  };
  const rank = (object: Json) =>
    (/webpage/i.test(typeOf(object)) ? 1 : 0) + (isOther(object) ? 2 : 0);
  return found.sort((a, b) => rank(a) - rank(b))[0] ?? {};
}
