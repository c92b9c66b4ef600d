import iconv from 'iconv-lite';
import { anyOf } from './pattern.ts';

/** Code pages that UTF-8 is mistaken for. `latin1` leaves control characters in the text. */
const PAGES = [
  'cp866',
  'win1252',
  'win1251',
  'win1250',
  'macintosh',
  'cp850',
  'cp437',
  'latin1',
] as const;
type Page = (typeof PAGES)[number];

/** The correct reading of a run of characters, if it is mojibake. */
export interface Reading {
  readonly better: string;
  readonly page: Page;
  /** Whether the run may also be correct: "UMEÅ’s" is sound, but also "Œ" in disguise. */
  readonly doubtful: boolean;
}

/** Undefined in Windows-1252, but passed through by programs: "â€\u009d" is a closing quote. */
const PASSED_ON = /([\u0081\u008d\u008f\u0090\u009d])/g;

function encode(text: string, page: Page): Buffer {
  if (page !== 'win1252') return iconv.encode(text, page);
  return Buffer.concat(
    text
      .split(PASSED_ON)
      .map((part, at) => (at % 2 === 1 ? Buffer.from(part, 'latin1') : iconv.encode(part, page))),
  );
}

/** Signs of Windows-1252 that were taken for control characters before: "Â’". */
const CONTROL = /[\u0080-\u009f]/g;
const asSign = (control: string) => iconv.decode(Buffer.from(control, 'latin1'), 'win1252');

/** The bytes of the run decoded as UTF-8; null where they are invalid. */
function decode(run: string, page: Page): string | null {
  if (page === 'latin1' && !/[\u0080-\u009f]/.test(run)) return null;
  const bytes = encode(run, page);
  const back = page === 'win1252' ? run.replace(PASSED_ON, '\ufffd') : run;
  if (iconv.decode(bytes, page) !== back) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(CONTROL, asSign);
    return text.length < run.length && text.search(CONTROL) < 0 ? text : null;
  } catch {
    return null;
  }
}

/** Characters that the press uses; not phonetic letters, N'Ko, braille or separate accents. */
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

/** Pages of old machines, whose letters are beside one another in sound words too: "l’Été". */
const RARE: ReadonlySet<Page> = new Set(['win1250', 'macintosh', 'cp850', 'cp437']);
const EUROPEAN = new RegExp(`^${anyOf(LETTERS, SIGNS)}+$`, 'u');

/** Whether a letter beside an English one is of the same script. */
function fitsBeside(better: string, before: string, behind: string): boolean {
  const signs = [...better];
  const fits = (sign: string | undefined, beside: string) =>
    beside === '' || sign === undefined || !/\p{L}/u.test(sign) || LATIN.test(sign);
  return fits(signs[0], before) && fits(signs.at(-1), behind);
}

const WORD = /^[“„«‘’‹(—–]*(\p{L}+)([’”“»›‘…–—™®\u00a0]*)$/u;
const isOneCase = (word: string) =>
  word === word.toLowerCase() ||
  word === word.toUpperCase() ||
  word.slice(1) === word.slice(1).toLowerCase();
const ONE_SCRIPT = /^(?:\p{Script=Latin}+|\p{Script=Cyrillic}+|\p{Script=Greek}+)$/u;

/** Whether a run is a sound word: of one case and one script, unlike mojibake. */
function readsAsSound(run: string, before: string, behind: string): boolean {
  const [, letters, closing] = WORD.exec(run) ?? [];
  if (letters === undefined) return false;
  const opens = run.startsWith(letters);
  const word = `${opens ? before : ''}${letters}${closing ? '' : behind}`;
  // Words end in these letters only in capitals, and never consist of one of them.
  if (/^[ÂÃ]$/.test(word) || (/Â$/.test(word) && closing === '\u00a0')) return false;
  if (closing && /^[A-Za-z]/.test(behind) && !/[’–—\u00a0]$/.test(closing)) return false;
  return ONE_SCRIPT.test(word) && isOneCase(word);
}

/**
 * Reverses UTF-8 that was decoded with a wrong code page.
 * @param run of characters beyond ASCII
 * @param before the adjacent ASCII letters on its left; `behind` those on its right
 * @returns null where no code page gives a likelier reading than the run itself
 */
export function unscramble(run: string, before: string, behind: string): Reading | null {
  const doubtful = readsAsSound(run, before, behind);
  for (const page of PAGES) {
    const better = decode(run, page);
    if (better === null || !(RARE.has(page) ? EUROPEAN : WRITTEN).test(better)) continue;
    if (!doubtful || fitsBeside(better, before, behind)) return { better, page, doubtful };
  }
  return null;
}
