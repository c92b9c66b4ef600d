import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { Names } from '../../../../src/ingest/extract/relations/phrases/names.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();

/** The names of a text as fixed phrases look at them. */
export function namesIn(raw: string): Names {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  return new Names(text, entities);
}
