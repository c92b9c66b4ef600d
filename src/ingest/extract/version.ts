import { existsSync } from 'node:fs';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { encoderVersion, hasEncoder } from './encoder/encoder.ts';
import { modelFile, modelVersion } from './relations/model/model-file.ts';

/** Raised by hand when the rules change; the model's own version stands behind it. */
const RULES_VERSION = '13';

/** careful: rules and encoder; fast: rules alone. */
export type Reader = 'careful' | 'fast';

/** How documents are read here: carefully where the encoder is there, unless the rules alone are asked for. */
export function readerHere(env: NodeJS.ProcessEnv = process.env): Reader {
  if (env.ENTENTE_READER === 'fast') return 'fast';
  return hasEncoder() && existsSync(modelFile('careful')) ? 'careful' : 'fast';
}

/** The version of an extractor: the same text and version give the same statements. */
export function extractorVersion(
  { version }: Pick<Lexicon, 'version'>,
  reader = readerHere(),
): string {
  const model = modelVersion(modelFile(reader));
  const encoder = reader === 'careful' ? `.careful.${encoderVersion()}` : '';
  // A change of a user's lexicons makes documents be read again.
  return `entente-${RULES_VERSION}.${model}${encoder}${version === null ? '' : `+${version}`}`;
}
