import { existsSync } from 'node:fs';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { encoderVersion, hasEncoder } from './encoder/encoder.ts';
import { modelFile, modelVersion } from './relations/model/model-file.ts';

/** Raised by hand when the rules change; the model's own version stands behind it. */
const RULES_VERSION = '7';

/** careful: an encoder beside the rules; fast: the rules alone. */
export type Reader = 'careful' | 'fast';

/**
 * How documents are read here: carefully where that is asked for and the encoder is there. It is not
 * the default: it takes ten times the processor time, and few of the documents that it was measured on
 * are news.
 */
export function readerHere(env: NodeJS.ProcessEnv = process.env): Reader {
  const able = hasEncoder() && existsSync(modelFile('careful'));
  return able && env.ENTENTE_READER === 'careful' ? 'careful' : 'fast';
}

/** What a document is read with: the same text read with the same version gives the same facts. */
export function extractorVersion(
  { version }: Pick<Lexicon, 'version'>,
  reader = readerHere(),
): string {
  const model = modelVersion(modelFile(reader));
  const encoder = reader === 'careful' ? `.careful.${encoderVersion()}` : '';
  // Documents are read again when a user's lexicons change.
  return `entente-${RULES_VERSION}.${model}${encoder}${version === null ? '' : `+${version}`}`;
}
