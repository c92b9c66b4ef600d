import { hash } from '../ingest/extract/relations/model/scorers.ts';

/** Taggers that are trained each without one part of the documents. */
const TAGGER_FOLDS = 3;

/** Which of the taggers has not seen a document: the same whatever other documents there are. */
export const foldOf = (id: string): number => (hash(id) >>> 0) % TAGGER_FOLDS;
