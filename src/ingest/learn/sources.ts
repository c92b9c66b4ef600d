import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../root.ts';
import type { Source } from './gold.ts';
import { readWritten } from './written.ts';

const CORPUS = path.join(ROOT, 'src/ingest/learn/corpus');

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
