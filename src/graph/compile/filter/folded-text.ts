import { foldText } from '../../../model/ids.ts';

/**
 * Cypher for a property whose accents are separated from their letters, so that a pattern can skip
 * them. This repeats `foldText` as far as Cypher can.
 */
export const decomposed = (property: string): string =>
  (
    [
      ['ß', 'ss'],
      ['ø', 'o'],
      ['ð', 'd'],
      ['ł', 'l'],
      ['ı', 'i'],
    ] as const
  ).reduce(
    (text, [letter, plain]) => `replace(${text}, '${letter}', '${plain}')`,
    `normalize(toLower(${property}), NFKD)`,
  );

/** Folds like `foldText`, but keeps one space at either end, to search for whole words. */
export function foldWithin(text: string): string {
  const folded = foldText(text);
  if (folded === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${folded}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A regular expression: accents may follow a Latin letter, any white space matches a space. */
const pattern = (text: string): string =>
  foldWithin(text)
    .normalize('NFKD')
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/[a-z]/g, '$&\\p{M}*')
    .replace(/ /g, '\\s+');

export const containsPattern = (text: string): string => `(?s).*${pattern(text)}.*`;
export const startsWithPattern = (text: string): string => `(?s)\\s*${pattern(text.trimStart())}.*`;
