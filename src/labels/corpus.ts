import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';
import { readWritten } from './annotated-text.ts';
import type { Source } from './gold.ts';

const CORPUS = path.join(ROOT, 'data/corpus');

/** Labelled texts written for this project: articles in `press-*.txt`, passages in other files. */
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
