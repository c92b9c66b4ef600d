import type { Mention, Text } from './terms.ts';

/** What the rules hand to the arbiter: a mention without its sentence, and how strongly the rule insists. */
export type Found = Omit<Mention, 'sentence' | 'text'> & { weight: number };
export type Finder = (text: Text) => Found[];

export const CAP = `(?:[A-Z][A-Za-zÀ-ž0-9]*(?:[-’'&][A-Za-zÀ-ž0-9]+)*)`;
export const UPPER = /^[A-ZÀ-Ž]/;

/** A pattern in which every blank matches any white space, so that joined lines do not matter. */
export const pattern = (source: string, flags = 'g') =>
  new RegExp(source.replace(/ /g, String.raw`\s+`), flags);

/** All matches in the readable blocks, with offsets in the clean text. */
export function* matches(
  text: Text,
  regex: RegExp,
): Generator<{ start: number; match: RegExpExecArray }> {
  for (const block of text.blocks) {
    if (block.kind === 'furniture') continue;
    for (const match of text.clean.slice(block.start, block.end).matchAll(regex))
      yield { start: block.start + match.index, match };
  }
}
