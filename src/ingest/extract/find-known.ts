import type { Finder, Found } from './find.ts';
import { firstWord, type Lexicon } from './lexicon.ts';

const same = (a: string, b: string) =>
  a.replace(/\s+/g, ' ').replace(/’/g, "'") === b.replace(/’/g, "'");

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
          const spaced = /\s/.test(entry.form) ? entry.form.length + 8 : entry.form.length;
          let end = start + entry.form.length;
          if (!same(text.clean.slice(start, end), entry.form)) {
            const wide = new RegExp(
              `^${entry.form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}`,
            ).exec(text.clean.slice(start, start + spaced));
            if (!wide) continue;
            end = start + wide[0].length;
          }
          const plural =
            entry.kind === 'WeaponSystem' && /^s(?![\w-])/.test(text.clean.slice(end, end + 2));
          if (
            (/[\w]/.test(text.clean[end] ?? ' ') && !plural) ||
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
