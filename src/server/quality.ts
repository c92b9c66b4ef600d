import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtractorQuality } from '../../schema/builder.ts';
import { ROOT } from '../root.ts';

/** From the project's folder; `evaluate --docs` writes it. */
export const QUALITY_FILE = 'data/model/quality.json';

/** How well the extraction does, as `entente evaluate` measured it; null when it never did. */
export function readQuality(file = path.join(ROOT, QUALITY_FILE)): ExtractorQuality | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExtractorQuality) : null;
}
