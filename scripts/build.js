// `npm run build`, its second half: the TypeScript that runs in production as JavaScript, in few files.
import path from 'node:path';
import { build } from 'esbuild';
import { BUILT, PROGRAMS, ROOT } from '../bin/load-program.js';

await build({
  entryPoints: Object.fromEntries(
    Object.entries(PROGRAMS).map(([name, file]) => [name, path.join(ROOT, file)]),
  ),
  outdir: BUILT,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
