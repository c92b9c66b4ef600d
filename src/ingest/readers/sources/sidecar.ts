import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Metadata } from '../record.ts';

const KEYS = ['title', 'url', 'publisher', 'publishedOn', 'language'] as const;
const EXAMPLE = '{"title": "...", "publishedOn": "2025-10-31"}';

interface Sidecar {
  readonly metadata: Metadata;
  /** Parts of it that cannot be used: name and remedy. */
  readonly warnings: readonly string[];
}

export const SIDECAR = /\.meta\.json$/;

/** The names that the sidecar of a file may have: NAME.meta.json and NAME.txt.meta.json. */
export function sidecarNames(file: string): string[] {
  const ending = path.extname(file);
  return [`${file.slice(0, file.length - ending.length)}.meta.json`, `${file}.meta.json`];
}

/**
 * Metadata of the sidecar beside a file, if there is one.
 * @returns a reason when it cannot be used at all
 */
export async function sidecarOf(file: string): Promise<Sidecar | string> {
  const sidecar = sidecarNames(file).find((each) => existsSync(each));
  if (!sidecar) return { metadata: {}, warnings: [] };
  return readSidecar(sidecar, await readFile(sidecar, 'utf8'));
}

/** @returns a reason when it cannot be used at all */
export function readSidecar(sidecar: string, text: string): Sidecar | string {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return `its sidecar ${sidecar} is no JSON: ${(error as Error).message}; mend it`;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return `its sidecar ${sidecar} is no object; write ${EXAMPLE}`;
  const metadata: Record<string, string> = {};
  const warnings: string[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (!(KEYS as readonly string[]).includes(key))
      warnings.push(`${sidecar}: "${key}" is not read; a sidecar has ${KEYS.join(', ')}`);
    else if (typeof value === 'string') metadata[key] = value;
    else if (value !== null)
      warnings.push(
        `${sidecar}: "${key}" is ${JSON.stringify(value).slice(0, 80)}, no text; write it in quotation marks, as in ${EXAMPLE}`,
      );
  }
  return { metadata, warnings };
}
