import { nameOfLanguage, otherLanguage } from './other-language.ts';

const ENGLISH = new Set(
  'the of and to in a is that for on with as by at from his her its their was were are be has have had this which will said an it not but or'.split(
    ' ',
  ),
);
/** Frequent words of other languages that use the Latin script, and that English lacks. */
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
 * Of the words that open with no capital, in English text. Names are no language: a short report
 * may have more of them than of other words.
 */
const ENGLISH_SHARE = 0.15;
/** Fewer words of a language than this tell nothing. */
const WORDS_MIN = 6;
/** A text of fewer words is English while nothing tells another language. */
const SHORT = 25;
const PAYWALL =
  /\b(?:subscribe (?:now )?to (?:continue|read)|this (?:content|article|story) is (?:only )?(?:available to|for) (?:subscribers|members)|create (?:a free |an )?account to (?:continue|read)|sign in to (?:continue|read)|enable javascript|verify (?:that )?you are (?:a )?human|access denied)\b/i;
/** A page that asks to subscribe and says little else. */
const PAYWALL_WORDS = 120;

/** Addresses and the markup around words count for no language. */
const ADDRESS = /https?:\/\/\S+|<\/?[a-z][^<>]{0,400}>/gi;

/** @returns `en`, or null when the text is in another language */
export function languageOf(text: string): 'en' | null {
  const words =
    text
      .slice(0, 20_000)
      .replace(ADDRESS, ' ')
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  if (latin * 2 < words.length) return null;
  const told = words.filter((word) => word === word.toLowerCase());
  const all = words.map((word) => word.toLowerCase());
  const others = all.filter((word) => OTHERS.has(word) && !ENGLISH.has(word)).length;
  if (others > all.filter((word) => ENGLISH.has(word)).length) return null;
  // A text in capitals tells more by all of its words, one full of names by the others.
  return all.length < SHORT || isEnglish(all) || (told.length >= WORDS_MIN && isEnglish(told))
    ? 'en'
    : null;
}

const isEnglish = (words: readonly string[]) =>
  words.filter((word) => ENGLISH.has(word)).length / words.length >= ENGLISH_SHARE;

/**
 * @param language what `languageOf` says of the text
 * @returns why the text can give no facts; null when it can
 */
export function reasonToSkip(text: string, language: 'en' | null): string | null {
  const words = text.split(/\s+/).filter(Boolean).length;
  if (words === 0) return 'empty';
  if (language === null) {
    const other = otherLanguage(text);
    return other === null
      ? 'not in English'
      : `not in English (it seems to be ${nameOfLanguage(other)})`;
  }
  return words < PAYWALL_WORDS && PAYWALL.test(text)
    ? 'a paywall or a bot check, not an article'
    : null;
}
