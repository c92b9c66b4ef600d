import { COUNTRY_BY_FORM } from './countries.ts';
import type { Finder, Found } from './find.ts';
import { type Entry, firstWord, type Lexicon } from './lexicon.ts';
import type { Kind } from './terms.ts';
import { WEAPON_CLASS } from './words.ts';

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

const BEFORE = /(?:^|\s)([A-Z][a-z]+) $/;
const OPENING = /^(?:The|An?|In|On|Its?|And|For|With|Of|New|Our|Their|This|That|These|Those|But)$/;

/** The Hawk of "Sea Hawk" is another thing than the Hawk. */
function isLastName(text: string, start: number): boolean {
  const word = BEFORE.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  return word !== undefined && !OPENING.test(word) && !COUNTRY_BY_FORM.has(word);
}

const CLASS_NOUN = new RegExp(`[ -]${WEAPON_CLASS}$`);

/** Length of what a form says beyond the name: the "frigate" of "Mogami-class frigate". */
function classNounOf(form: string): number {
  const noun = CLASS_NOUN.exec(form)?.[0] ?? '';
  return noun.length < form.length - 2 ? noun.length : 0;
}

/** A weapon system without its class, an event with its year. */
function nameEnd({ kind, form }: Entry, text: string, end: number): number {
  if (kind === 'WeaponSystem') return end - classNounOf(form);
  const year = kind === 'Event' ? /^[ -](?:19|20)\d\d(?!\w)/.exec(text.slice(end, end + 6)) : null;
  return end + (year?.[0].length ?? 0);
}

/** Titles say more of a person than a list of names does. */
const WEIGHTS: Partial<Record<Kind, number>> = { Place: 6, Person: 5 };

/** "Typhoons" are several Typhoon; other names keep their endings. */
function entriesFor({ byFirstWord }: Lexicon, word: string) {
  const known = byFirstWord.get(word) ?? [];
  if (!word.endsWith('s')) return known;
  const single = byFirstWord.get(word.slice(0, -1)) ?? [];
  return [...known, ...single.filter(({ kind }) => kind === 'WeaponSystem')];
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
        .matchAll(/[\p{L}\p{N}][^\s\-–—/’'“”".,;:()]*/gu)) {
        const start = block.start + word.index;
        if (/[\w-]/.test(text.clean[start - 1] ?? ' ')) continue;
        for (const entry of entriesFor(lexicon, firstWord(word[0]))) {
          const end = endOf(entry.form, text.clean, start);
          if (end < 0) continue;
          if (entry.needsContext && entry.kind === 'WeaponSystem' && isLastName(text.clean, start))
            continue;
          const plural =
            entry.kind === 'WeaponSystem' && /^s(?![\w-])/.test(text.clean.slice(end, end + 2));
          if (
            (/[\w]/.test(text.clean[end] ?? ' ') && !plural) ||
            (/-/.test(text.clean[end] ?? '') && /\d/.test(text.clean[end + 1] ?? ''))
          )
            continue;
          const weight = entry.needsContext
            ? 2
            : (WEIGHTS[entry.kind] ?? 7.5 + Math.min(1, (end - start) / 40));
          found.push({
            start,
            end: nameEnd(entry, text.clean, end),
            kind: entry.kind,
            by: entry.needsContext ? 'lexicon?' : 'lexicon',
            name: entry.name,
            weight,
            properties: entry.properties,
            background: entry.background,
          });
          break;
        }
      }
    }
    return found;
  };
