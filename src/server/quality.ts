import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtractorQuality } from '../../schema/builder.ts';
import { ROOT } from '../root.ts';

const FILE = path.join(ROOT, 'data/model/quality.json');

/** How well the extraction does, as `entente evaluate` measured it; null when it never did. */
export function readQuality(file = FILE): ExtractorQuality | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExtractorQuality) : null;
}
