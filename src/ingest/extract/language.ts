const ENGLISH = new Set(
  'the of and to in a is that for on with as by at from his her its their was were are be has have had this which will said an it not but or'.split(
    ' ',
  ),
);
/** Of all words, in English text; other languages that use the Latin script stay far below. */
const ENGLISH_SHARE = 0.15;
const WORDS_MIN = 25;
const PAYWALL =
  /\b(?:subscribe (?:now )?to (?:continue|read)|this (?:content|article|story) is (?:only )?(?:available to|for) (?:subscribers|members)|create (?:a free |an )?account to (?:continue|read)|sign in to (?:continue|read)|enable javascript|verify (?:that )?you are (?:a )?human|access denied)\b/i;
/** A page that asks to subscribe and says little else. */
const PAYWALL_WORDS = 120;

/** @returns `en`, or null when the text is in another language */
export function languageOf(text: string): 'en' | null {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  if (words.length < WORDS_MIN) return /\p{Script=Latin}/u.test(text) ? 'en' : null;
  return words.filter((word) => ENGLISH.has(word)).length / words.length >= ENGLISH_SHARE
    ? 'en'
    : null;
}

/**
 * @param language what `languageOf` says of the text
 * @returns why the text can give no facts; null when it can
 */
export function reasonToSkip(text: string, language: 'en' | null): string | null {
  const words = text.split(/\s+/).filter(Boolean).length;
  if (words === 0) return 'empty';
  if (language === null) return 'not in English';
  return words < PAYWALL_WORDS && PAYWALL.test(text)
    ? 'a paywall or a bot check, not an article'
    : null;
}
