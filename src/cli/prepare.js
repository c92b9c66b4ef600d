// Run by npm after an install, and once more by the first `npx entente`: builds the web pages,
// unless they are newer than their sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const newest = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
const built = path.join(root, 'dist', 'index.html');
const fresh =
  existsSync(built) && statSync(built).mtimeMs > newest(path.join(root, 'src', 'explorer'));

// Without the tools of development, as in an image that brings its own pages, there is nothing to build with.
if (!fresh && existsSync(path.join(root, 'node_modules', 'vite'))) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
