// Articles for the benchmark of extraction, made from the example documents.
import path from 'node:path';
import { readAll } from '../../src/ingest/readers/read.ts';
import type { SourceDocument } from '../../src/model/extraction.ts';
import { ROOT } from '../../src/root.ts';

/** UTF-16 units of one article. */
export const LENGTH = 3_000;
const SYLLABLES = 'ba ke li mo nu ra so ta ve wi zo du fe ga hi'.split(' ');

/** A word for each number that no other number has: the names of real articles keep being new as well. */
function invented(number: number): string {
  let rest = number;
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return `${word[0]!.toUpperCase()}${word.slice(1)}n`;
}

function ending(number: number): string {
  const [given, surname, place] = [1, 2, 3].map((nth) => invented(4 * number + nth));
  return `\n\nColonel ${given} ${surname} signed letter ${100_000 + number} in ${place}.`;
}

/** Examples joined and cut to one length, over and over, each with names of its own at its end. */
export async function makeArticles(): Promise<(number: number) => SourceDocument> {
  const documents: SourceDocument[] = [];
  for await (const item of readAll([path.join(ROOT, 'examples/documents')], {}))
    if ('document' in item) documents.push(item.document);
  const all = documents.map(({ raw }) => raw.trim()).join('\n\n');
  const count = Math.floor(all.length / LENGTH);
  return (number) => {
    const start = (number % count) * LENGTH;
    const end = ending(number);
    return {
      ...documents[0]!,
      id: `article-${number}`,
      raw: all.slice(start, start + LENGTH - end.length) + end,
    };
  };
}
