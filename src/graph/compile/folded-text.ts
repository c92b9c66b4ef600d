import { foldText } from '../../model/ids.ts';

/**
 * A property as text whose accents stand apart from their letters, so that a pattern can pass over
 * them: `foldText` in Cypher, as far as it goes there.
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

/** The same as `foldText`, with the space that words may be set off by. */
export function foldWithin(text: string): string {
  const folded = foldText(text);
  if (folded === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${folded}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Any accents may follow a Latin letter, any white space stands for any other. */
const pattern = (text: string): string =>
  foldWithin(text)
    .normalize('NFKD')
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/[a-z]/g, '$&\\p{M}*')
    .replace(/ /g, '\\s+');

export const containsPattern = (text: string): string => `(?s).*${pattern(text)}.*`;
export const startsWithPattern = (text: string): string => `(?s)\\s*${pattern(text.trimStart())}.*`;
