import { Parser } from 'htmlparser2';

class TooDeep extends Error {}

/**
 * Whether a page is nested deeper than any article. Building and searching its tree takes time that
 * grows with depth times length, so this is checked first, with the same parser, so that tags,
 * comments and scripts count as they do in the tree.
 */
export function isDeeper(html: string, depth: number): boolean {
  let open = 0;
  const parser = new Parser({
    onopentagname() {
      if (++open > depth) throw new TooDeep();
    },
    onclosetag() {
      open--;
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (error instanceof TooDeep) return true;
    throw error;
  }
  return false;
}
