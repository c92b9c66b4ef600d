import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Assets } from '../../pages/pages.ts';
import { ROOT } from '../../root.ts';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

const MANIFEST = path.join(ROOT, 'dist/.vite/manifest.json');
const ENTRY = 'explorer.tsx';

/** The built script and style of the explorer; empty when it is not built. */
export function readAssets(file = MANIFEST): Assets {
  if (!existsSync(file)) return { scripts: [], styles: [] };
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Chunk>>;
  const entry = manifest[ENTRY];
  return {
    scripts: entry ? [`/${entry.file}`] : [],
    styles: (entry?.css ?? []).map((name) => `/${name}`),
  };
}
