import type { Lexicon } from '../lexicon/lexicon.ts';
import { modelVersion } from './relations/model/model-file.ts';

/** Raised by hand when the rules change; the model's own version stands behind it. */
const RULES_VERSION = '6';

/**
 * What a document is read with: the same text read with the same version gives the same facts.
 * @param model version of the trained model
 */
export function extractorVersion(
  { version }: Pick<Lexicon, 'version'>,
  model = modelVersion(),
): string {
  // Documents are read again when a user's lexicons change.
  return `entente-${RULES_VERSION}.${model}${version === null ? '' : `+${version}`}`;
}
