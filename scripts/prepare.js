// Builds the web pages and the program, unless they are newer than their sources. `npm start` and the
// tests run it first: no script runs when packages are installed, those of the project included.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BUILT, isFresh, ROOT } from '../bin/load-program.js';

const run = (command, ...args) => {
  // What is built is told to people: standard output belongs to the program that runs next.
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
};

// Without the tools of development, as in an image that brings its own pages, there is nothing to build with.
if (existsSync(path.join(ROOT, 'node_modules', 'vite'))) {
  if (!isFresh(path.join(ROOT, 'dist/.vite/manifest.json'), 'src/explorer', 'src/pages'))
    run('npm', 'run', 'build');
  else if (!isFresh(path.join(BUILT, 'main.js'), 'src', 'schema'))
    run(process.execPath, 'scripts/build.js');
}
