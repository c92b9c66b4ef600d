import { expect, test } from 'vitest';
import { VOCABULARY_FILE } from '../../../../src/ingest/extract/encoder/files.ts';
import { cutIntoPieces, readVocabulary } from '../../../../src/ingest/extract/encoder/wordpiece.ts';

const vocabulary = readVocabulary(VOCABULARY_FILE);
const pieces = [...vocabulary.numberOf.keys()];

function cut(text: string): [piece: string, start: number, end: number][] {
  const { ids, starts, ends } = cutIntoPieces(text, vocabulary);
  return ids.map((id, at) => [pieces[id]!, starts[at]!, ends[at]!]);
}

// Expected pieces are those of the reference implementation (tokenizers 0.23.3, uncased BERT).
test('words are cut into the longest known pieces, without accents, with their offsets', () => {
  expect(cut('Türkiye’s S-400s cost $2.5bn.')).toEqual([
    ['turk', 0, 4],
    ['##iy', 4, 6],
    ['##e', 6, 7],
    ['’', 7, 8],
    ['s', 8, 9],
    ['s', 10, 11],
    ['-', 11, 12],
    ['400', 12, 15],
    ['##s', 15, 16],
    ['cost', 17, 21],
    ['$', 22, 23],
    ['2', 23, 24],
    ['.', 24, 25],
    ['5', 25, 26],
    ['##bn', 26, 28],
    ['.', 28, 29],
  ]);
});

test('what is not seen is nothing, and signs beyond the first plane have two units', () => {
  expect(cut('F-35As\u00ad 😀 met')).toEqual([
    ['f', 0, 1],
    ['-', 1, 2],
    ['35', 2, 4],
    ['##as', 4, 6],
    ['[UNK]', 8, 10],
    ['met', 11, 14],
  ]);
});

test('a word that nobody writes is one unknown piece, and an empty text has none', () => {
  expect(cut(`a ${'x'.repeat(101)} b`)).toEqual([
    ['a', 0, 1],
    ['[UNK]', 2, 103],
    ['b', 104, 105],
  ]);
  expect(cut(' \n')).toEqual([]);
});
