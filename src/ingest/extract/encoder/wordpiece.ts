import { readFileSync } from 'node:fs';

/** Numbers of word pieces; a piece inside a word begins with `##`. */
export interface Vocabulary {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly unknown: number;
  /** Special pieces before and behind a window. */
  readonly opening: number;
  readonly closing: number;
}

/** Word pieces of a text: their numbers, and half-open spans in UTF-16 units. */
export interface Pieces {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/** @param file with one piece per line; its number is that of the line, from 0 */
export function readVocabulary(file: string): Vocabulary {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const numberOf = new Map(lines.map((piece, number) => [piece, number]));
  const special = (piece: string): number => {
    const number = numberOf.get(piece);
    if (number === undefined) throw new Error(`${file} has no line ${piece}`);
    return number;
  };
  return {
    numberOf,
    unknown: special('[UNK]'),
    opening: special('[CLS]'),
    closing: special('[SEP]'),
  };
}

/** Longer words, in characters, become one unknown piece. */
const WORD_MAX = 100;

const SPACE = /\s/u;
const CONTROL = /\p{C}/u;
const PUNCTUATION = /\p{P}/u;
const MARKS = /\p{Mn}/gu;
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;
const REPLACEMENT = '\ufffd';

type Sort = 'space' | 'alone' | 'letter' | 'nothing';

/** How the word splitter treats a character. */
function sortOf(sign: string): Sort {
  const code = sign.codePointAt(0)!;
  if (SPACE.test(sign)) return 'space';
  if (code < 128) {
    if (code < 32 || code === 127) return 'nothing';
    const isLetter = /[0-9A-Za-z]/.test(sign);
    return isLetter ? 'letter' : 'alone';
  }
  if (sign === REPLACEMENT || CONTROL.test(sign)) return 'nothing';
  return PUNCTUATION.test(sign) || IDEOGRAPH.test(sign) ? 'alone' : 'letter';
}

const SORT_OF_ASCII = Array.from({ length: 128 }, (_, code) => sortOf(String.fromCharCode(code)));

/** A character as the vocabulary has it: lower-case, without accents. */
const plain = (sign: string): string =>
  sign < '\u0080' ? sign.toLowerCase() : sign.normalize('NFD').toLowerCase().replace(MARKS, '');

/** Cuts words from the left into the longest pieces of the vocabulary. */
class Cutter {
  readonly pieces: Pieces = { ids: [], starts: [], ends: [] };
  private readonly vocabulary: Vocabulary;
  private word = '';
  /** For each UTF-16 unit of the word, the span of the source character. */
  private starts: number[] = [];
  private ends: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  add(sign: string, start: number): void {
    const written = plain(sign);
    for (let at = 0; at < written.length; at++) {
      this.starts.push(start);
      this.ends.push(start + sign.length);
    }
    this.word += written;
  }

  private put(id: number, from: number, to: number): void {
    this.pieces.ids.push(id);
    this.pieces.starts.push(this.starts[from]!);
    this.pieces.ends.push(this.ends[to - 1]!);
  }

  /** End and number of the longest piece from an offset; null where the vocabulary has none. */
  private longest(from: number): { to: number; id: number } | null {
    for (let to = this.word.length; to > from; to--) {
      const part = this.word.slice(from, to);
      const id = this.vocabulary.numberOf.get(from > 0 ? `##${part}` : part);
      if (id !== undefined) return { to, id };
    }
    return null;
  }

  close(): void {
    const { length } = this.word;
    const found: { to: number; id: number }[] = [];
    for (let from = 0; from < length && length <= WORD_MAX; ) {
      const next = this.longest(from);
      if (next === null) break;
      found.push(next);
      from = next.to;
    }
    let from = 0;
    if (found.at(-1)?.to === length)
      for (const { to, id } of found) {
        this.put(id, from, to);
        from = to;
      }
    else if (length > 0) this.put(this.vocabulary.unknown, 0, length);
    [this.word, this.starts, this.ends] = ['', [], []];
  }
}

/**
 * Cuts a text into word pieces like the uncased BERT models, with their offsets.
 * @see Wu et al., Google's Neural Machine Translation System, 2016
 */
export function cutIntoPieces(text: string, vocabulary: Vocabulary): Pieces {
  const cutter = new Cutter(vocabulary);
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const sign = String.fromCodePoint(code);
    const sort = code < 128 ? SORT_OF_ASCII[code]! : sortOf(sign);
    if (sort === 'letter') cutter.add(sign, at);
    else if (sort !== 'nothing') {
      cutter.close();
      if (sort === 'alone') {
        cutter.add(sign, at);
        cutter.close();
      }
    }
    at += sign.length;
  }
  cutter.close();
  return cutter.pieces;
}
