import { foldText } from '../../model/ids.ts';
import { COUNTRY_BY_FORM } from '../lexicon/countries.ts';
import { nameKey } from '../lexicon/name-key.ts';
import { wordsOf } from '../lexicon/word-list.ts';
import { PORTFOLIO } from '../lexicon/words.ts';
import { anyForm } from '../text/pattern.ts';

/**
 * A person's name without punctuation. Middle initials and suffixes stay, because two presidents
 * may differ by an initial, father and son by "Jr.".
 */
export function personKey(name: string): string {
  return foldText(name).replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Words that do not distinguish offices: countries, demonyms, articles, "former". */
const UNTELLING = new RegExp(
  String.raw`\b(?:${anyForm(new Set([...COUNTRY_BY_FORM.keys()].map(nameKey).filter(Boolean)))}|the|of|for|and|then|former|acting)\b`,
  'g',
);

/** An office without its country: "defence minister" of "Defense Minister of India". */
export function titleKey(title: string): string {
  return nameKey(title.replace(/\bUnited States\b/gi, 'US'))
    .replace(UNTELLING, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const GENERIC = new Set(
  'army navy air force forces armed military marine marines corps coast guard ministry department of defence foreign affairs external state treasury commerce parliament congress senate house government cabinet police administration embassy office council national security agency command committee company officials the and general staff headquarters directorate additional delegation secretariat coalition alliance presidential ministerial joint steering working task group federal supreme court central bank opposition party'.split(
    ' ',
  ),
);

const GENERIC_AGREEMENT = new Set(
  'agreement agreements memorandum memoranda understanding cooperation arrangement intent implementation letter offer acceptance declaration statement joint vision framework general partnership strategic comprehensive special bilateral trilateral defence security military technical industrial trade investment free economic mutual logistics support exchange acquisition cross servicing reciprocal access status visiting forces information sharing treaty pact accord contract major the and of on in for to field fields area areas'.split(
    ' ',
  ),
);

/** Whether many pairs of states have an agreement of this name: "Defence Cooperation MoU". */
export function isGenericAgreement(name: string): boolean {
  return nameKey(name)
    .split(' ')
    .every((word) => GENERIC_AGREEMENT.has(word));
}

/**
 * Whether a name of two words identifies an agreement of its parties: "Fjord Treaty", but not
 * "Indian Treaty", which only repeats a party.
 */
export function isShortAgreement(name: string): boolean {
  const words = nameKey(name).split(' ');
  const telling = titleKey(name)
    .split(' ')
    .filter((word) => word !== '' && !GENERIC_AGREEMENT.has(word) && !/\d/.test(word));
  return words.length === 2 && telling.length === 1 && GENERIC_AGREEMENT.has(words[1]!);
}

const EVENT_WORDS = wordsOf('identity/general-event-words');

/** Whether many events a year have this name: "Bilateral Meeting", "Defence Ministers’ Meeting". */
export function isGenericEvent(name: string): boolean {
  return titleKey(name)
    .split(' ')
    .every((word) => EVENT_WORDS.has(word) || EVENT_WORDS.has(word.replace(/s$/, '')));
}

/** A body of a government, which every state has for the same fields. */
const MINISTRY = /\b(?:ministry|department)\b/;

/** Whether a name needs a country: "Army", "Ministry of Defence", "Department of Justice", "Coalition". */
export function isGeneric(name: string): boolean {
  const key = nameKey(name);
  const isField = (word: string) => MINISTRY.test(key) && PORTFOLIO.has(word);
  return key.split(' ').every((word) => GENERIC.has(word) || isField(word));
}
