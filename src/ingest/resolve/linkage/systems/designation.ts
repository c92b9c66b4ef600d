/** A parsed designation: "AH-64E" is `ah 64` with the variant `e`. */
export interface Designation {
  readonly text: string;
  readonly stem: string;
  readonly variant: string;
  /** Whether it names one of a family after the family's name: "Patriot PAC-3", "Rafale F4". */
  readonly ofFamily: boolean;
}

/** Letters, a number, and the variant: letters, a block, "/A", further numbers. */
const DESIGNATION =
  /\b(\p{L}{1,6}(?:\/\p{L})?)[-\s]?(\d{1,4})((?:[-/]?\p{Lu}{1,4}\d{0,2}|-\d{1,3})*)(?![\p{L}\p{N}])/gu;
/** Soviet and Russian indices begin with a number: "9K720 Iskander", "2S19 Msta". */
const INDEX = /(?:^|\()(\d{1,2}[BFKMPS]\d{1,3})(\p{Lu}\d?)?(?![\p{L}\p{N}])/u;
/** A variant behind a blank: "AIM-120 C-7", "F-16 C/D", "S-300 PMU-2". */
const BLANK =
  /^ (?:\p{Lu}\d{0,2}|\p{Lu}{2,3}[- ]?\d{1,2})(?:[-/](?:\p{Lu}\d{0,2}|\d{1,2}))*(?![\p{L}\p{N}.])/u;
/** Three letters behind a longer designation are a name, "GBU-39 SDB", but "Su-30 MKI" a variant. */
const LETTERS = /^ \p{Lu}{2,3}(?![\p{L}\p{N}])/u;
const SHORT_STEM = 2;
/** Words before a number that are no letters of a designation. */
const WORD = /^(?:mk|mark|block|type|batch|version|no|mod|lot|flight|baseline)$/i;
/** Designations of a catalogue belong to a name wherever they stand: "Stinger FIM-92". */
const OF_CATALOGUE = /^\p{Lu}{1,2}(?:[GI]M|BU)$/u;
const FAMILY_NUMBER = 99;

/** "PMU-2" and "PMU2" are one variant; "/B" of "GBU-39/B" says only that it is a bomb. */
const variantOf = (written: string) =>
  written === '/B' ? '' : written.toLowerCase().replace(/[-\s]/g, '').replace(/^\//, '');

function isDesignation(letters: string): boolean {
  if (!/^\p{Lu}/u.test(letters) || WORD.test(letters)) return false;
  return letters.length <= 3 || /^\p{Lu}+$/u.test(letters) || letters.includes('/');
}

/**
 * The first designation of a name.
 * @param isMaker whether the words in front of it are those of its maker
 */
export function designationIn(
  name: string,
  isMaker: (before: string) => boolean,
): Designation | null {
  const index = INDEX.exec(name);
  if (index !== null) {
    const [, stem = '', variant = ''] = index;
    const written = { text: `${stem}${variant}`, stem: stem.toLowerCase() };
    return { ...written, variant: variant.toLowerCase(), ofFamily: false };
  }
  for (const match of name.matchAll(DESIGNATION)) {
    const [whole, letters = '', number = '', close = ''] = match;
    if (!isDesignation(letters)) continue;
    const rest = name.slice(match.index + whole.length);
    const blank =
      BLANK.exec(rest)?.[0] ??
      (letters.length <= SHORT_STEM && close === '' ? LETTERS.exec(rest)?.[0] : undefined) ??
      '';
    const before = name.slice(0, match.index).trim();
    return {
      text: whole + blank,
      stem: `${letters.replace('/', '')} ${number}`.toLowerCase(),
      variant: variantOf(close) + variantOf(blank),
      ofFamily:
        /\p{Ll}/u.test(before) &&
        !before.endsWith('(') &&
        !isMaker(before) &&
        Number(number) <= FAMILY_NUMBER &&
        !OF_CATALOGUE.test(letters),
    };
  }
  return null;
}
