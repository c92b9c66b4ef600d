import { squash } from '../text/text.ts';

/** A name for comparing within a document: case, punctuation and habits of spelling left out. */
export const keyOf = (text: string) =>
  squash(text)
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .replace(/defense/g, 'defence')
    .replace(/u\.s\./g, 'us')
    .replace(/[^\p{L}\p{N}+ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
