import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A file of code, by its path from the project's folder. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** An import, as it is written; `target` is the path of a file of the project, if it is one. */
export interface Arrow {
  readonly file: string;
  readonly to: string;
  readonly target: string | null;
}

export const pathsIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();

export const codeIn = (...folders: readonly string[]): SourceFile[] =>
  folders
    .flatMap(pathsIn)
    .filter((file) => /\.(?:tsx?|m?js)$/.test(file) && !file.includes('node_modules/'))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;
const IMPORT_OF_VALUES = /^(?:import|export)(?! type)[^;]*?from\s*'(\.[^']+)'/gm;

const targetOf = (file: string, to: string): string | null =>
  to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : null;

/** @param values types are no part of what runs: leave their imports out */
export const arrowsOf = ({ file, text }: SourceFile, values = false): Arrow[] =>
  [...text.matchAll(values ? IMPORT_OF_VALUES : IMPORT)].map(([, to]) => ({
    file,
    to: to!,
    target: targetOf(file, to!),
  }));
