import anyAscii from 'any-ascii';
import { foldText } from '../../model/ids.ts';
import { DESIGNATION, partsOfName } from './spellings.ts';

export const WORDS_MAX = 12;

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
  /** One word that it may be with its neighbour: `macdonald`. */
  readonly joined: readonly string[];
}

const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
function otherForms(chunk: string, pieces: readonly string[]): string[] {
  const word = pieces.join('');
  const forms = partsOfName(chunk);
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

/** Longest word, in characters, that a name may be written together with: "Mac Donald", "Jong Hwan". */
const SHORT_PART = 4;

/** Adds to two parts of a name that it may be one word: `macdonald`. */
function withNeighbours(word: SearchWord, at: number, all: readonly SearchWord[]): SearchWord {
  const joined = [all[at - 1], word, all[at + 1]].flatMap((first, i, three) => {
    const second = three[i + 1];
    if (!first || !second) return [];
    const [a, b] = [first.pieces.join(''), second.pieces.join('')];
    const isPart = a.length <= SHORT_PART && !STOP_WORDS.has(a) && /^\p{L}+$/u.test(a + b);
    return isPart && b.length > 2 ? [a + b] : [];
  });
  return { ...word, joined };
}

/** The words of a query without stop words, unless it has no others. */
export function searchWords(query: string): SearchWord[] {
  const words = query
    .split(/\s+/)
    .map((chunk) => {
      const written = foldText(chunk);
      const pieces = piecesOf(written);
      return { written, pieces, also: otherForms(chunk, pieces), joined: [] };
    })
    .filter(({ pieces }) => pieces.length > 0)
    .map(withNeighbours);
  const telling = words.filter(({ pieces }) => pieces.some((piece) => !STOP_WORDS.has(piece)));
  return (telling.length > 0 ? telling : words).slice(0, WORDS_MAX);
}

/** Words of 4 or more characters may have one misspelt letter, those of 8 or more two. */
export const misspelt = (word: string) =>
  word.length >= 8 ? [`${word}~2`] : word.length >= 4 ? [`${word}~1`] : [];
const phrase = (text: string) => `"${text.replace(/["\\]/g, ' ')}"^4`;

/**
 * A query for any spelling of a word, which may also be unfinished or misspelt.
 * @param slips most spellings that may be misspelt, the written one first
 */
function anyForm({ written, pieces, also, joined }: SearchWord, slips: number): string {
  const single = [...also, ...(pieces.length === 1 ? pieces : [])].filter((f) => !f.includes(' '));
  const begun = pieces.length > 1 ? [`(${pieces.map((piece) => `+${piece}*`).join(' ')})`] : [];
  const forms = [
    ...new Set([written, pieces.join(' '), ...also, ...joined].map(phrase)),
    ...begun,
    ...single.map((form) => `${form}*`),
    ...single.toReversed().slice(0, slips).flatMap(misspelt),
  ];
  return `(${forms.join(' OR ')})`;
}

/**
 * How many spellings of each word may be misspelt where all words are asked for, and where any is, up to a
 * number of words. Lucene gives up a query of more than 1,024 clauses, and counts up to 100 for each.
 */
const SLIPS: readonly (readonly [words: number, ofAll: number, ofAny: number])[] = [
  [2, 2, 2],
  [3, 1, 2],
  [4, 1, 1],
  [WORDS_MAX, 0, 1],
];
/** Words behind these are not misspelt. */
const MISSPELT_MAX = 8;

/**
 * A query for an index of names. Only letters and digits are used, because Lucene's own syntax is
 * no part of the API. Names with all words rank before names with some of them.
 */
export function namesQuery(query: string): string {
  const words = searchWords(query);
  if (words.length === 0) return NOTHING;
  const [, ofAll, ofAny] = SLIPS.find(([most]) => words.length <= most)!;
  const any = words.map((word, at) => anyForm(word, at < MISSPELT_MAX ? ofAny : 0)).join(' OR ');
  if (words.length === 1) return any;
  return `(${words.map((word) => anyForm(word, ofAll)).join(' AND ')})^8 OR ${any}`;
}

/** A phrase that matches nothing. */
export const NOTHING = '"\u0000"';

/** The spellings of each word between spaces, to be searched in a text of whole words. */
export const wordForms = (query: string): string[][] => searchWords(query).map(formsOf);
const formsOf = ({ pieces, also, joined }: SearchWord): string[] => [
  ...new Set([pieces.join(' '), ...also, ...joined].map((form) => ` ${form} `)),
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
