// `npm run train:examples -- --gold FOLDER [--gold FOLDER ...] --out FILE` writes labelled
// documents and the written texts as the tagger reads them, one JSON line each, for training/.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { VOCABULARY_FILE } from '../ingest/extract/encoder/files.ts';
import { readVocabulary } from '../ingest/extract/encoder/wordpiece.ts';
import { readLexicon } from '../ingest/lexicon/lexicon.ts';
import { writtenSources } from '../labels/corpus.ts';
import { label } from '../labels/gold.ts';
import { readLabelledFolder } from '../labels/label-folder.ts';
import { examplesOf } from './examples.ts';
import { taggerExample } from './tagger-examples.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [] },
    vocabulary: { type: 'string', default: VOCABULARY_FILE },
    out: { type: 'string', default: 'build/tagger-examples.jsonl' },
  },
});
const lexicon = readLexicon();
const vocabulary = readVocabulary(values.vocabulary);
const folders = values.gold.map((folder) => readLabelledFolder(folder));
for (const { problems } of folders)
  for (const problem of problems) console.error(`left out: ${problem}`);
const sources = [...folders.flatMap((folder) => folder.sources), ...writtenSources()];
const lines: string[] = [];
for (const source of sources) {
  const examples = await examplesOf(await label(source, lexicon));
  lines.push(JSON.stringify(taggerExample(examples, lexicon, vocabulary)));
}
writeFileSync(values.out, `${lines.join('\n')}\n`);
console.error(`wrote ${lines.length} documents to ${values.out}`);
