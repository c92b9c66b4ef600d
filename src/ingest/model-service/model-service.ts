import { createHash } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Extraction, SourceDocument } from '../../model/extraction.ts';
import { INSTRUCTIONS_VERSION } from './answer.ts';
import { askService } from './ask.ts';
import { borneOut } from './borne-out.ts';

/** Extracts documents, in a certain version. */
export interface DocumentReader {
  readonly version: string;
  readonly extract: (source: SourceDocument) => Promise<Extraction>;
}

/** Most UTF-16 units of a text that are sent to the service. */
const TEXT_MAX = 100_000;

/** Another model or other instructions give another version, so that documents are read again. */
const versionOf = (rules: string, model: string) => {
  const name = createHash('sha256').update(model).digest('hex').slice(0, 8);
  return `service-${INSTRUCTIONS_VERSION}.${name}+${rules}`;
};

type ServiceConfig = Pick<
  Config,
  'ENTENTE_MODEL_URL' | 'ENTENTE_MODEL_NAME' | 'ENTENTE_MODEL_KEY' | 'ENTENTE_MODEL_TIMEOUT_MS'
>;

/** The version of the reader with these settings; `rules` is that of the reader without them. */
export const readingVersion = (rules: string, config: ServiceConfig): string =>
  config.ENTENTE_MODEL_URL === undefined ? rules : versionOf(rules, config.ENTENTE_MODEL_NAME);

/**
 * A reader that asks a model service for entities and relationships. The rules clean the text and
 * skip what is no article; of the service's claims those are kept that the text confirms.
 * @param rules the reader without a service
 * @returns `rules` itself where no service is set
 */
export function readerWithService(rules: DocumentReader, config: ServiceConfig): DocumentReader {
  const url = config.ENTENTE_MODEL_URL;
  if (url === undefined) return rules;
  const service = {
    url,
    model: config.ENTENTE_MODEL_NAME,
    timeoutMs: config.ENTENTE_MODEL_TIMEOUT_MS,
    ...(config.ENTENTE_MODEL_KEY === undefined ? {} : { key: config.ENTENTE_MODEL_KEY }),
  };
  const version = readingVersion(rules.version, config);
  return {
    version,
    async extract(source) {
      const base = { ...(await rules.extract(source)), extractor: version };
      if (base.skipped !== null) return base;
      const cut = base.text.length > TEXT_MAX;
      const warnings = cut ? [`the model service read the first ${TEXT_MAX} characters`] : [];
      const answer = await askService(service, base.text.slice(0, TEXT_MAX));
      return borneOut({ ...base, warnings: [...base.warnings, ...warnings] }, source.raw, answer);
    },
  };
}
