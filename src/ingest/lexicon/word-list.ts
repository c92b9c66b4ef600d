import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../root.ts';

const FOLDER = path.join(ROOT, 'data/words');

/** The lines of a list in order; lines that begin with `#` are comments. */
function linesOf(list: string): string[] {
  return readFileSync(path.join(FOLDER, `${list}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** @param list path of a file in `data/words`, without its ending: `people/offices` */
export const wordsOf = (list: string): ReadonlySet<string> => new Set(linesOf(list));

/** The words of a list with two per line: the first maps to the second. */
export const pairsOf = (list: string): ReadonlyMap<string, string> =>
  new Map(linesOf(list).map((line) => line.split(' ') as [string, string]));

/** The lines of a list as one pattern, of which the first that matches is taken. */
export const patternOf = (list: string): string => linesOf(list).join('|');
