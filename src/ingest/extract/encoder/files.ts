import path from 'node:path';
import { ROOT } from '../../../root.ts';

/** The model, by training/: ONNX with weights of one byte. */
export const TAGGER_FILE = path.join(ROOT, 'data/encoder/tagger.onnx');
/** Its word pieces, one a line. */
export const VOCABULARY_FILE = path.join(ROOT, 'data/encoder/vocabulary.txt');
/** What it was made from, and its hash. */
export const CARD_FILE = path.join(ROOT, 'data/encoder/tagger.json');
