import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadGold, type Source } from './gold.ts';
import { readWritten } from './written.ts';

const CORPUS = path.join(import.meta.dirname, 'corpus');

/** Texts written for this project, with labels: articles in files `press-*.txt`, passages in the others. */
export function writtenSources(): Source[] {
  return readdirSync(CORPUS)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readWritten(
        file,
        readFileSync(path.join(CORPUS, file), 'utf8'),
        file.startsWith('press-') ? 'press' : 'passage',
      ),
    );
}

/** Labelled real documents: folders `seeds` and `dev` of labels, with their texts beside them. */
export function realSources(gold: string): Source[] {
  const articles = [path.join(gold, 'texts'), path.join(gold, '../articles')].filter(existsSync);
  return ['seeds', 'dev', '.'].flatMap((folder) =>
    [...articles, path.join(gold, folder)].flatMap((texts) =>
      loadGold(path.join(gold, folder), texts, 'real'),
    ),
  );
}
