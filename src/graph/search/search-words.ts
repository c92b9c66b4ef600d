import anyAscii from 'any-ascii';
import { foldText } from '../../model/ids.ts';

const WORDS_MAX = 12;

/** Words that Lucene leaves out of an index of names, so that no search for them finds anything. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be but by for from if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/** One word of a query, and the ways names may write it. */
export interface SearchWord {
  /** Folded, as it was written: `u.s.`, `f-35`. */
  readonly written: string;
  /** Its runs of letters and digits: `u s`, `f 35`. */
  readonly pieces: readonly string[];
  /** Other spellings, each as pieces separated by spaces: `us`, `f35`, a name in Latin letters. */
  readonly also: readonly string[];
}

const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
/** `f35a` is how people type F-35A. */
const DESIGNATION = /^(\p{L}{1,4})(\d{1,4}\p{L}{0,2})$/u;

function otherForms(word: string, pieces: readonly string[]): string[] {
  const forms: string[] = [];
  if (pieces.length > 1) forms.push(pieces.join(''));
  const [, letters, number] = DESIGNATION.exec(word) ?? [];
  if (letters && number) forms.push(`${letters} ${number}`);
  if (word.length > 4 && /[^s]s$/.test(word)) forms.push(word.slice(0, -1));
  if (/[^\P{L}\p{Script=Latin}]/u.test(word)) {
    const latin = anyAscii(word)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    if (latin) forms.push(latin);
  }
  return forms.filter((form) => form !== pieces.join(' '));
}

/** The words of a query without stop words, unless it has no others. */
export function searchWords(query: string): SearchWord[] {
  const words = query
    .split(/\s+/)
    .map((chunk) => {
      const written = foldText(chunk);
      const pieces = piecesOf(written);
      return { written, pieces, also: otherForms(pieces.join(''), pieces) };
    })
    .filter(({ pieces }) => pieces.length > 0);
  const telling = words.filter(({ pieces }) => pieces.some((piece) => !STOP_WORDS.has(piece)));
  return (telling.length > 0 ? telling : words).slice(0, WORDS_MAX);
}

/** Words of 4 or more characters may have one misspelt letter, those of 8 or more two. */
const misspelt = (word: string) =>
  word.length >= 8 ? [`${word}~2`] : word.length >= 4 ? [`${word}~1`] : [];
const phrase = (text: string) => `"${text.replace(/["\\]/g, ' ')}"^4`;

/** A query for any spelling of a word, which may also be unfinished or misspelt. */
function anyForm({ written, pieces, also }: SearchWord): string {
  const single = [...also, ...(pieces.length === 1 ? pieces : [])].filter((f) => !f.includes(' '));
  const begun = pieces.length > 1 ? [`(${pieces.map((piece) => `+${piece}*`).join(' ')})`] : [];
  const forms = [
    ...new Set([written, pieces.join(' '), ...also].map(phrase)),
    ...begun,
    ...single.flatMap((form) => [`${form}*`, ...misspelt(form)]),
  ];
  return `(${forms.join(' OR ')})`;
}

/**
 * A query for an index of names. Only letters and digits are used, because Lucene's own syntax is
 * no part of the API. Names with all words rank before names with some of them.
 */
export function namesQuery(query: string): string {
  const forms = searchWords(query).map(anyForm);
  if (forms.length === 0) return NOTHING;
  if (forms.length === 1) return forms[0]!;
  return `(${forms.join(' AND ')})^8 OR ${forms.join(' OR ')}`;
}

/** A phrase that matches nothing. */
const NOTHING = '"\u0000"';

/** The spellings of each word between spaces, to be searched in a text of whole words. */
export const wordForms = (query: string): string[][] => searchWords(query).map(formsOf);
const formsOf = ({ pieces, also }: SearchWord): string[] => [
  ...new Set([pieces.join(' '), ...also].map((form) => ` ${form} `)),
];

/** Most words of a name that is looked up within a query. */
const NAME_WORDS_MAX = 5;

/** The parts of a query between spaces, without the commas and brackets around them. */
const bareWords = (query: string): string[] =>
  foldText(query)
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}.]+$/gu, ''))
    .filter(Boolean);

/** A query between spaces, as written and without its commas, to look for names in it. */
export const calledText = (query: string): string =>
  ` ${foldText(query)}  ${bareWords(query).join(' ')} `;

/**
 * What may be names in a query: all of it, then each run of a few of its first words, the longest
 * first. At most 51.
 */
export function namesWithin(query: string): string[] {
  const words = bareWords(query).slice(0, WORDS_MAX);
  const runs = Array.from({ length: NAME_WORDS_MAX }, (_, i) => NAME_WORDS_MAX - i).flatMap(
    (length) =>
      words
        .slice(0, Math.max(0, words.length - length + 1))
        .map((_, at) => words.slice(at, at + length).join(' ')),
  );
  return [
    ...new Set([foldText(query), ...runs.filter((run) => run.length > 1 && !STOP_WORDS.has(run))]),
  ];
}

/** Words by which sales and agreements are asked for, beside the names of those whom they are of. */
const ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  ArmsSale: 'sale sales deal deals contract contracts purchase purchases order orders'.split(' '),
  Agreement: 'agreement agreements treaty treaties pact pacts accord accords memorandum mou'.split(
    ' ',
  ),
};

/** What is sold or agreed upon, in words that names of sales leave out: "Javelin missiles". */
const THINGS =
  'missile missiles jet jets fighter fighters drone drones tank tanks aircraft plane planes helicopter helicopters ship ships frigate frigates submarine submarines system systems arms weapons defence defense'.split(
    ' ',
  );

/** The kinds that words of a query ask for: sales in "Norway F-35 sale". */
export function kindsAskedFor(query: string): string[] {
  const words = new Set(bareWords(query));
  return Object.keys(ASKED_FOR).filter((kind) => ASKED_FOR[kind]!.some((word) => words.has(word)));
}

/**
 * The spellings, like those of `wordForms`, of the words that must stand in the text of what a
 * query asks for: "Javelin" and "India" in "deal for Javelin missiles, India".
 */
export function formsAskedFor(query: string): string[][] {
  const kinds = kindsAskedFor(query);
  const silent = new Set([...THINGS, ...kinds.flatMap((kind) => ASKED_FOR[kind]!)]);
  const telling = searchWords(query).filter(({ pieces }) => !silent.has(pieces.join(' ')));
  return kinds.length === 0 || telling.length === 0 ? wordForms(query) : telling.map(formsOf);
}

/** Cypher that replaces the signs between words by spaces, and adds one at either end. */
export const spacedOut = (text: string): string =>
  `' ' + ${['\\n', '-', '.', '/', "\\'", '’', ',', '(', ')', '&', '"', '‑', '–'].reduce(
    (cypher, sign) => `replace(${cypher}, '${sign}', ' ')`,
    text,
  )} + ' '`;

/** Both apostrophes, "O'Brien" and "O’Brien": the index keeps them, and texts write either. */
const apostrophes = (form: string): string[] =>
  /['’‘]/.test(form) ? ["'", '’'].map((sign) => form.replace(/['’‘]/g, sign)) : [form];

/** Other ways to write a part of a sentence: "C130J" and "C-130J", "10000" and "10,000", "US" and "U.S." */
function otherSpellings(part: string): string[] {
  const [, letters, number] = DESIGNATION.exec(part.toLowerCase()) ?? [];
  if (letters && number) return [`${letters} ${number}`];
  if (/^\d{4,15}$/.test(part)) return [Number(part).toLocaleString('en-US')];
  if (/^\d{1,3}(?:,\d{3})+$/.test(part)) return [part.replaceAll(',', '')];
  if (/^\p{Lu}{2,3}$/u.test(part)) return [[...part].join('.').toLowerCase()];
  return /^(?:\p{L}\.){2,4}$/u.test(part) ? [part.replaceAll('.', '').toLowerCase()] : [];
}

/**
 * A query for an index of sentences, whose own analyzer cuts it into words. Each part between
 * spaces becomes a phrase, as written or without its accents; a part in quotation marks stays
 * together.
 */
export function sentencesQuery(query: string): string {
  const text = query.normalize('NFC');
  const parts = [...text.matchAll(/["“„«]([^"“”„«»]+)["”»]|([^\s"“”„«»]+)/gu)]
    .map(([, quoted, word]) => (quoted ?? word ?? '').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, WORDS_MAX)
    .map((part) => part.replace(/[\\"]/g, ' '));
  if (parts.length === 0) return NOTHING;
  return parts
    .map((part) => [
      ...new Set(
        [part.toLowerCase(), foldText(part), ...otherSpellings(part)].flatMap(apostrophes),
      ),
    ])
    .map((forms) => forms.map((form) => `"${form}"`))
    .map((forms) => (forms.length === 1 ? forms[0] : `(${forms.join(' OR ')})`))
    .join(' AND ');
}
