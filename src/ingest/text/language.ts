import { OTHER_VERBS, PRESS_WORDS } from '../lexicon/words.ts';
import { nameOfLanguage, otherLanguage } from './other-language.ts';
import { anyOf } from './pattern.ts';

const ENGLISH = new Set(
  'the of and to in a is that for on with as by at from his her its their was were are be has have had this which will said an it not but or'.split(
    ' ',
  ),
);
/** Frequent words of other Latin-script languages that are no English words. */
const OTHERS = new Set(
  `der das und dem des ein eine einer einen ist nicht mit auf für von zu im sich auch werden wird le la les du
 une et est dans pour que qui sur aux avec ce cette ne pas sont el los las del una por con para se su al lo
 como más pero fue il che della dei non sono gli nel alla dal os da em um uma não com ao dos pela pelo foi são
 het een van de dat niet te voor op zijn aan ook door bij och att det är på av för med inte har om ett og til
 er af ikke na się że nie jest przez oraz po od dla ve bir bu ile için olarak olan daha çok yang dengan untuk
 pada dari ini itu dalam tidak akan oleh în pe nu este sau és az egy hogy nem volt között szerint ei että oli
 joka myös sekä`.split(/\s+/),
);
/**
 * Least share of English words among lower-case words of an English text. Capitalised words do not
 * count, because a short report may consist mostly of names.
 */
const ENGLISH_SHARE = 0.15;
/** Least words of a language that are evidence for it. */
const WORDS_MIN = 6;
/** Words below which a text is taken for English if nothing indicates another language. */
const SHORT = 25;
const PAYWALLS = anyOf(
  '(?:subscribe (?:now )?|create (?:a free |an )?account |sign in )to (?:continue|read)',
  'this (?:content|article|story) is (?:only )?(?:available to|for) (?:subscribers|members)',
  'enable javascript|verify (?:that )?you are (?:a )?human|access denied',
  'checking (?:if )?(?:your browser|the site connection)|this process is automatic',
  'page (?:that )?you (?:are|were) looking for|page (?:was )?not found',
  "(?:can[’']?t|cannot|could not) find (?:that|the|this) page",
  'forg[eo]t(?:ten)? (?:your )?password|add to (?:cart|basket)',
);
const PAYWALL = new RegExp(String.raw`\b${PAYWALLS}\b`, 'i');
/** A page that asks to subscribe, to sign in or to look elsewhere, and says little else. */
const PAYWALL_WORDS = 120;

/** Addresses and markup, which belong to no language, and the "s" of an English genitive. */
const ADDRESS = /https?:\/\/\S+|<\/?[a-z][^<>]{0,400}>|(?<=\p{L})['’]s(?!\p{L})/giu;

/** Words that other languages have too, and which alone do not indicate English. */
const SHARED = new Set('a an as at in is on or this was'.split(' '));
/** English endings and words, for reports without articles: "hosted", "radar sales", "visiting". */
const ENGLISH_ENDING = /^[a-z]{2,}(?:ed|ing|tions?|ly|ships?)$/;
const isOfReport = (word: string) => ENGLISH_ENDING.test(word) || PRESS_WORDS.has(word);
const ENDINGS_SHARE = 0.2;
const ENGLISH_CODE = /^en\b/i;

interface Told {
  readonly all: readonly string[];
  /** Words without a capital, since names are of no language; all words of a text in capitals. */
  readonly lower: readonly string[];
}

function wordsOf(text: string): Told | null {
  const words =
    text
      .slice(0, 20_000)
      .replace(ADDRESS, ' ')
      .match(/\p{L}+/gu) ?? [];
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  if (words.length === 0 || latin * 2 < words.length) return null;
  const all = words.map((word) => word.toLowerCase());
  const lower = words.filter((word, at) => word === all[at]);
  const inCapitals = lower.length === 0 && words.every((word) => word === word.toUpperCase());
  return { all, lower: inCapitals ? all : lower };
}

const share = (words: readonly string[], test: (word: string) => boolean) =>
  words.filter(test).length / words.length;

/** Lower-case words with letters that English has only in borrowed words and names. */
const ACCENTED = /^\p{Ll}*[^\p{ASCII}]\p{Ll}*$/u;
const BORROWED =
  /^(?:caf|clich|fianc|na[iï]v|fa[cç]ad|r[eé]sum|communiqu|attach|expos|prot[eé]g|cort[eè]g|ru[sz]|d[eé])/;
/**
 * Whether a word of a short text such as "Pistorius trifft Hegseth" is foreign: a verb of another
 * language, or letters that English lacks.
 */
const isForeign = (word: string) =>
  OTHER_VERBS.has(word) || (ACCENTED.test(word) && !BORROWED.test(word));

/** English by default: too short to decide, or by its endings, or by declaration. */
function mayBeEnglish({ all, lower }: Told, text: string, declared: string | null): boolean {
  if (otherLanguage(text, true) !== null) return false;
  if (declared !== null) return ENGLISH_CODE.test(declared);
  return (
    all.length < SHORT || lower.length < WORDS_MIN || share(lower, isOfReport) >= ENDINGS_SHARE
  );
}

/**
 * @param declared language code of the page, feed or record, used where the words do not decide
 * @returns `en`, or null when the text is in another language
 */
export function languageOf(text: string, declared: string | null = null): 'en' | null {
  const told = wordsOf(text);
  if (told === null) return null;
  const { all, lower } = told;
  const english = all.filter((word) => ENGLISH.has(word));
  const sure = new Set(english.filter((word) => !SHARED.has(word)));
  const others = lower.filter((word) => OTHERS.has(word) && !ENGLISH.has(word)).length;
  if (others > (sure.size > 0 ? english.length : 0)) return null;
  if (sure.size === 0 && lower.some(isForeign)) return null;
  const foreign = declared !== null && !ENGLISH_CODE.test(declared);
  // All words of a text in capitals count; of a text full of names only the lower-case ones.
  const isTold =
    english.length / all.length >= ENGLISH_SHARE ||
    (lower.length >= WORDS_MIN && share(lower, (word) => ENGLISH.has(word)) >= ENGLISH_SHARE);
  if (isTold && sure.size >= (foreign ? 2 : 1)) return 'en';
  return mayBeEnglish(told, text, declared) ? 'en' : null;
}

/**
 * The language of a text that is not English: the declared one if it is not English, else a guess
 * by its words.
 * @returns a code; `und` when unknown
 */
export const languageBeside = (declared: string | null, text: string): string =>
  declared !== null && !ENGLISH_CODE.test(declared) ? declared : (otherLanguage(text) ?? 'und');

/**
 * @param language of the text: `en`, another code, or `und`
 * @returns why the text yields no facts; null when it may
 */
export function reasonToSkip(text: string, language: string): string | null {
  const words = text.split(/\s+/).filter(Boolean).length;
  if (words === 0) return 'empty';
  if (language !== 'en')
    return language === 'und'
      ? 'not in English'
      : `not in English (it seems to be ${nameOfLanguage(language)})`;
  return words < PAYWALL_WORDS && PAYWALL.test(text)
    ? 'a paywall, a bot check or a page of the site, not an article'
    : null;
}
