import { allOf } from '../../text/pattern.ts';
import type { Text } from '../../text/text.ts';
import type { Mention } from '../vocabulary.ts';

/** A mention without its sentence, with the weight by which overlaps are resolved. */
export type Found = Omit<Mention, 'sentence' | 'text' | 'named'> & { weight: number };
export type Finder = (text: Text) => Found[];

export const CAP = `(?:[A-Z][A-Za-zÀ-ž0-9]*(?:[-’'&][A-Za-zÀ-ž0-9]+)*)`;
export const UPPER = /^[A-ZÀ-Ž]/;

/** A pattern in which each space matches any white space, including line breaks. */
export const pattern = (source: string, flags = 'g') =>
  new RegExp(source.replace(/ /g, String.raw`\s+`), flags);

/** All matches in the readable blocks, with offsets in the clean text. */
export function* matches(
  text: Text,
  regex: RegExp,
): Generator<{ start: number; match: RegExpExecArray }> {
  for (const block of text.blocks) {
    if (block.kind === 'furniture') continue;
    for (const match of allOf(text.searchable.slice(block.start, block.end), regex))
      yield { start: block.start + match.index, match };
  }
}

/** A mention for a match at an offset, without the white space around it. */
export function foundAs(
  what: Pick<Found, 'kind' | 'rule' | 'weight' | 'properties'>,
  start: number,
  matched: string,
): Found {
  const text = matched.trim();
  const from = start + matched.indexOf(text);
  return { ...what, start: from, end: from + text.length };
}

const ARTICLE =
  /^(?:The|This|That|In|On|At|An|A|As|Under|And|For|With|Its|Their|Both|During|After|Before|By|Today|Also)\s+(?:the\s+)?/;

/** A matched name without its leading article; `skip` is the article's length in UTF-16 units. */
export const withoutArticle = (matched: string) => ({
  text: matched.replace(ARTICLE, ''),
  skip: ARTICLE.exec(matched)?.[0].length ?? 0,
});
