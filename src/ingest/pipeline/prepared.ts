import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { identify } from '../resolve/identity/identity.ts';
import { type Prepared, prepare } from '../write/prepare.ts';
import { withOfficeQuoted } from './evidence.ts';

/** Prepares a document for writing: resolves its entities and makes its rows. */
export const preparedOf = (
  source: SourceDocument,
  extraction: Extraction,
  lexicon: Pick<Lexicon, 'agreements'>,
): Prepared => {
  const statements = withOfficeQuoted(source.raw, extraction.statements);
  const ids = identify(source, extraction, lexicon);
  return prepare(source, { ...extraction, statements }, ids, new Date().toISOString());
};
