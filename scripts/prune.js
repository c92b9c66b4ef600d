// `node scripts/prune.js`: leaves of the neural network's runtime only what this machine runs. The
// package holds the binaries of all systems, 290 MB, of which one is used.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const BINARIES = path.join(import.meta.dirname, '../node_modules/onnxruntime-node/bin');

const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => path.join(folder, name))
    : [];

for (const system of foldersIn(BINARIES).flatMap(foldersIn))
  for (const binary of foldersIn(system))
    if (!system.endsWith(process.platform) || !binary.endsWith(process.arch))
      rmSync(binary, { recursive: true });
