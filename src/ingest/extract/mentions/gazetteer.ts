import type { EntityKind } from '../../../model/kinds.ts';
import { COUNTRY_BY_FORM } from '../../lexicon/countries.ts';
import type { Entry, Lexicon } from '../../lexicon/lexicon.ts';
import { WEAPON_CLASS } from '../../lexicon/words.ts';
import { type Finder, type Found, matches } from './finder.ts';

/** Words as `firstWord` cuts them from a form. */
const WORD = /[\p{L}\p{N}][^\s\-–—/’'“”".,;:()]*/gu;
/** Most additional white space per space of a form, in UTF-16 units: joined lines are indented. */
const WIDER_MAX = 8;

const [BLANK, STRAIGHT, CURLED] = [' ', "'", '\u2019'].map((sign) => sign.charCodeAt(0));
const isBlank = (text: string, at: number) => {
  const sign = text.charCodeAt(at);
  return sign === BLANK || ((sign < 32 || sign > 127) && /\s/.test(text[at]!));
};
const isApostrophe = (sign: number) => sign === STRAIGHT || sign === CURLED;

/**
 * Where the form that begins here ends; -1 when it does not match. Characters are compared one by
 * one, since nearly every form differs within the first few.
 */
function endOf(form: string, text: string, start: number): number {
  let at = start;
  let curled = false;
  for (let of = 0; of < form.length; of++) {
    const expected = form.charCodeAt(of);
    const sign = text.charCodeAt(at);
    if (expected === BLANK) {
      if (!isBlank(text, at)) return -1;
      while (isBlank(text, at)) at++;
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

/** Whether a capitalised word before makes it another name: the Hawk of "Sea Hawk". */
function isLastName(text: string, start: number): boolean {
  const word = BEFORE.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  return word !== undefined && !OPENING.test(word) && !COUNTRY_BY_FORM.has(word);
}

const CLASS_NOUN = new RegExp(`[ -]${WEAPON_CLASS}$`);

/** Length of the class noun of a form: the "frigate" of "Mogami-class frigate". */
function classNounOf(form: string): number {
  const noun = CLASS_NOUN.exec(form)?.[0] ?? '';
  return noun.length < form.length - 2 ? noun.length : 0;
}

/** The end of a name: without a system's class noun, with an event's year. */
function nameEnd({ kind, form }: Entry, text: string, end: number): number {
  if (kind === 'WeaponSystem') return end - classNounOf(form);
  const year = kind === 'Event' ? /^[ -](?:19|20)\d\d(?!\w)/.exec(text.slice(end, end + 6)) : null;
  return end + (year?.[0].length ?? 0);
}

/** Below the weight of titles, which say more about a person than a list of names. */
const WEIGHTS: Partial<Record<EntityKind, number>> = { Place: 6, Person: 5 };

const NONE: readonly Entry[] = [];
/** "Typhoons" are several Typhoon; names of other kinds keep their final "s". */
const singularOf = ({ byFirstWord }: Lexicon, word: string) =>
  word.endsWith('s')
    ? byFirstWord.get(word.slice(0, -1))?.filter(({ kind }) => kind === 'WeaponSystem')
    : undefined;

/** Where an entry's name that begins here ends; -1 when it does not match. */
function matchOf(entry: Entry, text: string, start: number): number {
  const end = endOf(entry.form, text, start);
  if (end < 0) return -1;
  const system = entry.kind === 'WeaponSystem';
  if (entry.needsContext && system && isLastName(text, start)) return -1;
  const plural = system && /^s(?![\w-])/.test(text.slice(end, end + 2));
  const longer =
    (/[\w]/.test(text[end] ?? ' ') && !plural) ||
    (/-/.test(text[end] ?? '') && /\d/.test(text[end + 1] ?? ''));
  return longer ? -1 : end;
}

function foundAt(entry: Entry, text: string, start: number, end: number): Found {
  const { kind, name, needsContext, properties, background } = entry;
  const sure = WEIGHTS[kind] ?? 7.5 + Math.min(1, (end - start) / 40);
  return {
    start,
    end: nameEnd(entry, text, end),
    kind,
    rule: needsContext ? 'lexicon?' : 'lexicon',
    name,
    weight: needsContext ? 2 : sure,
    properties,
    background,
  };
}

/** Finds lexicon names, the longest first; names that are also words weigh little alone. */
export const findInGazetteer =
  (lexicon: Lexicon): Finder =>
  (text) => {
    const { clean } = text;
    const firstOf = (entries: readonly Entry[], start: number): Found | undefined => {
      for (const entry of entries) {
        const end = matchOf(entry, clean, start);
        if (end >= 0) return foundAt(entry, clean, start, end);
      }
      return undefined;
    };
    const found: Found[] = [];
    for (const { start, match } of matches(text, WORD)) {
      const [word] = match;
      const known = lexicon.byFirstWord.get(word);
      const singular = singularOf(lexicon, word);
      if ((!known && !singular) || /[\w-]/.test(clean[start - 1] ?? ' ')) continue;
      const one = firstOf(known ?? NONE, start) ?? firstOf(singular ?? NONE, start);
      if (one) found.push(one);
    }
    return found;
  };
