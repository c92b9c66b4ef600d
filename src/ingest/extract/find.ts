import type { Mention, Text } from './terms.ts';

/** What the rules hand to the arbiter: a mention without its sentence, and how strongly the rule insists. */
export type Found = Omit<Mention, 'sentence' | 'text'> & { weight: number };
export type Finder = (text: Text) => Found[];

export const CAP = `(?:[A-Z][A-Za-zÀ-ž0-9]*(?:[-’'&][A-Za-zÀ-ž0-9]+)*)`;
export const UPPER = /^[A-ZÀ-Ž]/;

/** A pattern in which every blank matches any white space, so that joined lines do not matter. */
export const pattern = (source: string, flags = 'g') =>
  new RegExp(source.replace(/ /g, String.raw`\s+`), flags);

/** Every match of a global pattern; unlike `matchAll`, which copies the pattern on every call. */
function allOf(words: string, regex: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(words); match; match = regex.exec(words)) {
    found.push(match);
    if (match[0] === '') regex.lastIndex++;
  }
  return found;
}

/** All matches in the readable blocks, with offsets in the clean text. */
export function* matches(
  text: Text,
  regex: RegExp,
): Generator<{ start: number; match: RegExpExecArray }> {
  for (const block of text.blocks) {
    if (block.kind === 'furniture') continue;
    for (const match of allOf(text.clean.slice(block.start, block.end), regex))
      yield { start: block.start + match.index, match };
  }
}
