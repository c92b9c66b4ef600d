import type { Finder, Found } from './find.ts';
import { firstWord, type Lexicon } from './lexicon.ts';

/** White space beyond one blank for each blank of the form, in UTF-16 units: joined lines are indented. */
const WIDER_MAX = 8;

const isBlank = (sign: string) =>
  sign === ' ' || ((sign < ' ' || sign > '\u007f') && /\s/.test(sign));
const isApostrophe = (sign: string) => sign === "'" || sign === '\u2019';

/**
 * Where the form ends that begins here; -1 when the text says something else. Signs are compared
 * one by one, since nearly every form differs within its first few.
 */
function endOf(form: string, text: string, start: number): number {
  let at = start;
  let curled = false;
  for (let of = 0; of < form.length; of++) {
    const [expected, sign] = [form[of]!, text[at] ?? ''];
    if (expected === ' ') {
      if (!isBlank(sign)) return -1;
      while (isBlank(text[at] ?? '')) at++;
      continue;
    }
    if (expected !== sign) {
      if (!isApostrophe(expected) || !isApostrophe(sign)) return -1;
      curled = true;
    }
    at++;
  }
  const wider = at - start - form.length;
  return wider > WIDER_MAX || (curled && wider > 0) ? -1 : at;
}

/** Names the lexicons know, the longest first; names that are also words weigh little without context. */
export const findKnown =
  (lexicon: Lexicon): Finder =>
  (text) => {
    const found: Found[] = [];
    for (const block of text.blocks) {
      if (block.kind === 'furniture') continue;
      for (const word of text.clean
        .slice(block.start, block.end)
        .matchAll(/[\p{L}\p{N}][^\s\-/’'.,;:()]*/gu)) {
        const start = block.start + word.index;
        if (/[\w-]/.test(text.clean[start - 1] ?? ' ')) continue;
        for (const entry of lexicon.byFirstWord.get(firstWord(word[0])) ?? []) {
          const end = endOf(entry.form, text.clean, start);
          if (end < 0) continue;
          if (
            /[\w]/.test(text.clean[end] ?? ' ') ||
            (/-/.test(text.clean[end] ?? '') && /\d/.test(text.clean[end + 1] ?? ''))
          )
            continue;
          const weight = entry.needsContext
            ? 2
            : entry.kind === 'Place'
              ? 6
              : 7.5 + Math.min(1, (end - start) / 40);
          found.push({
            start,
            end,
            kind: entry.kind,
            by: entry.needsContext ? 'lexicon?' : 'lexicon',
            name: entry.name,
            weight,
            properties: entry.properties,
          });
          break;
        }
      }
    }
    return found;
  };
