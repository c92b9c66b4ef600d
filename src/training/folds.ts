import { hash } from '../ingest/extract/relations/model/scorers.ts';

/** Number of taggers, each trained without one part of the documents. */
const TAGGER_FOLDS = 3;

/** The tagger that has not seen a document, whatever other documents there are. */
export const foldOf = (id: string): number => (hash(id) >>> 0) % TAGGER_FOLDS;
