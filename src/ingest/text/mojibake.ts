import iconv from 'iconv-lite';
import { anyOf } from './pattern.ts';

/** Code pages that UTF-8 is taken for, and written out again. `latin1` leaves controls in the text. */
const PAGES = ['cp866', 'win1252', 'win1251', 'latin1'] as const;
type Page = (typeof PAGES)[number];

/** What a run of letters would be if its bytes were read rightly, and whether that is beyond doubt. */
export interface Reading {
  readonly better: string;
  readonly page: Page;
  /** The run as it stands reads as a word with its closing marks too: "UMEÅ’s" is sound, and "Œ" in disguise. */
  readonly doubtful: boolean;
}

/** Bytes that Windows-1252 leaves open, and most programs pass on as they are: "â€\u009d" is a closing quote. */
const PASSED_ON = /([\u0081\u008d\u008f\u0090\u009d])/g;

function encode(text: string, page: Page): Buffer {
  if (page !== 'win1252') return iconv.encode(text, page);
  return Buffer.concat(
    text
      .split(PASSED_ON)
      .map((part, at) => (at % 2 === 1 ? Buffer.from(part, 'latin1') : iconv.encode(part, page))),
  );
}

/** The bytes of the run, read as UTF-8; null where they are none. */
function decode(run: string, page: Page): string | null {
  if (page === 'latin1' && !/[\u0080-\u009f]/.test(run)) return null;
  const bytes = encode(run, page);
  const back = page === 'win1252' ? run.replace(PASSED_ON, '\ufffd') : run;
  if (iconv.decode(bytes, page) !== back) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.length < run.length && !/[\u0080-\u009f]/.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Signs that the press writes. Phonetic letters, N'Ko, braille and accents that stand alone are none. */
const LETTERS = String.raw`[\u00a0-\u024f\u0259\u0370-\u0481\u048a-\u0527\u1e00-\u1eff]`;
const SIGNS = String.raw`[\u2000-\u206f\u2070-\u209c\u20a0-\u20c0\u2100-\u22ff\u2500-\u27bf\u3000-\u303f\ufeff\uff00-\uffef]`;
const PICTURES = String.raw`[\u0300-\u036f]|\ufe0f|\p{Extended_Pictographic}|\p{Regional_Indicator}`;
const SCRIPTS = 'Hebrew Devanagari Bengali Thai Georgian Armenian Han Hangul Hiragana Katakana'
  .split(' ')
  .map((script) => String.raw`\p{Script=${script}}`);
const WRITTEN = new RegExp(
  `^${anyOf(LETTERS, SIGNS, PICTURES, String.raw`(?![\u0740-\u08ff])\p{Script=Arabic}`, ...SCRIPTS)}+$`,
  'u',
);
const LATIN = /^\p{Script=Latin}/u;

/** A letter that touches an English one is of the same script. */
function fitsBeside(better: string, before: string, behind: string): boolean {
  const signs = [...better];
  const fits = (sign: string | undefined, beside: string) =>
    beside === '' || sign === undefined || !/\p{L}/u.test(sign) || LATIN.test(sign);
  return fits(signs[0], before) && fits(signs.at(-1), behind);
}

const WORD = /^[“„«‘‹(—–]*(\p{L}+)([’”“»›‘…–—™®\u00a0]*)$/u;
const isOneCase = (word: string) =>
  word === word.toLowerCase() ||
  word === word.toUpperCase() ||
  word.slice(1) === word.slice(1).toLowerCase();
const ONE_SCRIPT = /^(?:\p{Script=Latin}+|\p{Script=Cyrillic}+|\p{Script=Greek}+)$/u;

/** Mojibake shows capitals and signs in the middle of a word; a sound word has one case and one script. */
function readsAsSound(run: string, before: string, behind: string): boolean {
  const [, letters, closing] = WORD.exec(run) ?? [];
  if (letters === undefined) return false;
  const opens = run.startsWith(letters);
  const word = `${opens ? before : ''}${letters}${closing ? '' : behind}`;
  // No word ends in them but in capitals, and none is one of them alone.
  if (/^[ÂÃ]$/.test(word) || (/Â$/.test(word) && closing === '\u00a0')) return false;
  if (closing && /^[A-Za-z]/.test(behind) && !/[’–—\u00a0]$/.test(closing)) return false;
  return ONE_SCRIPT.test(word) && isOneCase(word);
}

/**
 * UTF-8 that was read with a wrong code page and written out again, tried backwards.
 * @param run signs beyond ASCII
 * @param before the ASCII letters that touch it on the left, `behind` those on the right
 * @returns null where no page gives anything that is likelier than the run itself
 */
export function unscramble(run: string, before: string, behind: string): Reading | null {
  const doubtful = readsAsSound(run, before, behind);
  for (const page of PAGES) {
    const better = decode(run, page);
    if (better === null || !WRITTEN.test(better)) continue;
    if (!doubtful || fitsBeside(better, before, behind)) return { better, page, doubtful };
  }
  return null;
}
