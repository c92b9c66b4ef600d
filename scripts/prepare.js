// Run by npm after an install: builds the web pages and the program, unless they are newer than
// their sources.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BUILT, isFresh, ROOT } from '../bin/load-program.js';

const fresh =
  isFresh(path.join(ROOT, 'dist/.vite/manifest.json'), 'src/explorer', 'src/pages') &&
  isFresh(path.join(BUILT, 'main.js'), 'src', 'schema');

// Without the tools of development, as in an image that brings its own pages, there is nothing to build with.
if (!fresh && existsSync(path.join(ROOT, 'node_modules', 'vite'))) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
