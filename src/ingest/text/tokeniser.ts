import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';

/**
 * The tokeniser keeps every unknown word, so that memory grows. It is replaced after this many
 * UTF-16 units, some thousands of articles.
 */
const READ_MAX = 10_000_000;

const start = () => winkNLP(model, ['pos']);

let current = start();
let read = 0;

/** @param length of the text to be read, in UTF-16 units */
export function tokeniserFor(length: number): WinkMethods {
  if (read > READ_MAX) {
    current = start();
    read = 0;
  }
  read += length;
  return current;
}
