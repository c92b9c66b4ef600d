import path from 'node:path';
import { ROOT } from '../../../root.ts';

/** The model in ONNX with 8-bit weights, made by `training/`. */
export const TAGGER_FILE = path.join(ROOT, 'data/encoder/tagger.onnx');
/** Its word pieces, one per line. */
export const VOCABULARY_FILE = path.join(ROOT, 'data/encoder/vocabulary.txt');
/** Its hash, and the data it was trained on. */
export const CARD_FILE = path.join(ROOT, 'data/encoder/tagger.json');

/** The pair model beside it, which reads its states. */
export const PAIRS_FILE = path.join(ROOT, 'data/encoder/tagger.pairs.onnx');

/** The pair model beside any tagger. */
export const pairsFileOf = (tagger: string): string => tagger.replace(/\.onnx$/, '.pairs.onnx');
