import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtractorQuality } from '../../schema/builder.ts';
import { ROOT } from '../root.ts';

/** Path within the project; `evaluate --docs` writes the file. */
export const QUALITY_FILE = 'data/model/quality.json';

/** The measured quality of the extraction; null before `entente evaluate` has measured it. */
export function readQuality(file = path.join(ROOT, QUALITY_FILE)): ExtractorQuality | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExtractorQuality) : null;
}
