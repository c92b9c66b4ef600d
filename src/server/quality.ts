import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtractorQuality } from '../../schema/builder.ts';
import type { Reader } from '../ingest/ingest.ts';
import { ROOT } from '../root.ts';

/** Of each reader, from the project's folder; `evaluate --docs` writes them. */
export const QUALITY_FILES: Readonly<Record<Reader, string>> = {
  careful: 'data/model/quality-careful.json',
  fast: 'data/model/quality.json',
};

/** How well the extraction does, as `entente evaluate` measured it; null when it never did. */
export function readQuality(file: string): ExtractorQuality | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExtractorQuality) : null;
}

/** The same of one of the readers, as the project was shipped. */
export const qualityOf = (reader: Reader): ExtractorQuality | null =>
  readQuality(path.join(ROOT, QUALITY_FILES[reader]));
