import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { extract, type FastExtractor, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { writtenSources } from '../../../src/labels/corpus.ts';

/** The version of the rules, and what they made of the project's own texts when it was given. */
const RECORD = path.join(import.meta.dirname, 'version.txt');

let extractor: FastExtractor;
beforeAll(() => {
  extractor = loadExtractor();
});

/** A hash of all facts of the corpus; what names the version itself is left out. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const { gold, raw } of writtenSources()) {
    const { id, publishedOn } = gold.doc;
    const origin = { source: id, title: null, url: null, publisher: null, language: null };
    const { extractor: _, ...said } = await extract({ id, raw, publishedOn, ...origin }, extractor);
    hash.update(JSON.stringify(said));
  }
  return hash.digest('hex').slice(0, 16);
}

test('texts are read as they were when this version was given (else raise RULES_VERSION, then -u)', async () => {
  const now = await fingerprint();
  const [version, then] = readFileSync(RECORD, 'utf8').trim().split(' ');
  // A record of the same version is never renewed: stored documents would not be read again.
  if (version === extractor.version) expect(now).toBe(then);
  else await expect(`${extractor.version} ${now}\n`).toMatchFileSnapshot(RECORD);
});
