import { existsSync } from 'node:fs';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { encoderVersion, hasEncoder } from './encoder/encoder.ts';
import { modelFile, modelVersion } from './relations/model/model-file.ts';

/** Raised by hand when the rules change; the model has a version of its own. */
const RULES_VERSION = '8';

/** careful: rules and encoder; fast: rules alone. */
export type Reader = 'careful' | 'fast';

/**
 * The reader of this installation: careful if it is asked for and the encoder is installed. It is
 * not the default, because it takes ten times the processor time and was hardly measured on news.
 */
export function readerHere(env: NodeJS.ProcessEnv = process.env): Reader {
  const able = hasEncoder() && existsSync(modelFile('careful'));
  return able && env.ENTENTE_READER === 'careful' ? 'careful' : 'fast';
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
