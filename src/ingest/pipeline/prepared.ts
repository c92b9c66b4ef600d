import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { identify } from '../resolve/identity/identity.ts';
import { type Prepared, prepare } from '../write/prepare.ts';

/** What is to be written of a document now: its entities are told apart, its rows are made. */
export const preparedOf = (
  source: SourceDocument,
  extraction: Extraction,
  lexicon: Pick<Lexicon, 'agreements'>,
): Prepared =>
  prepare(source, extraction, identify(source, extraction, lexicon), new Date().toISOString());
