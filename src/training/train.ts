// `npm run train -- [--gold FOLDER ...] [--taggers FOLDER]` trains the extractor on the written
// passages and on folders of labelled documents, and writes the model of the fast reader; with
// taggers from training/ also that of the careful one. Deterministic.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { modelFile, packModel } from '../ingest/extract/relations/model/model-file.ts';
import { readLexicon } from '../ingest/lexicon/lexicon.ts';
import { writtenSources } from '../labels/corpus.ts';
import { label } from '../labels/gold.ts';
import { readLabelledFolder } from '../labels/label-folder.ts';
import { type Examples, examplesOf } from './examples.ts';
import { fitModel } from './fit.ts';
import { readUnseenTaggers } from './unseen-taggers.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [] },
    taggers: { type: 'string' },
    out: { type: 'string', default: modelFile('fast') },
    'careful-out': { type: 'string', default: modelFile('careful') },
  },
});
const lexicon = readLexicon();
const folders = values.gold.map((folder) => readLabelledFolder(folder));
for (const { problems } of folders)
  for (const problem of problems) console.error(`left out: ${problem}`);
const sources = [...folders.flatMap((folder) => folder.sources), ...writtenSources()];
const real = sources.filter(({ group }) => group === 'real').length;
console.error(`training on ${real} real documents and ${sources.length - real} written passages`);

function write(file: string, examples: readonly Examples[]): void {
  const model = fitModel(examples);
  const version = createHash('sha256').update(packModel(model, '')).digest('hex').slice(0, 8);
  writeFileSync(file, packModel(model, version));
  console.error(`wrote ${file}, version ${version}`);
}

const fast: Examples[] = [];
for (const source of sources) fast.push(await examplesOf(await label(source, lexicon)));
write(values.out, fast);

if (values.taggers) {
  const taggerFor = readUnseenTaggers(values.taggers);
  const careful: Examples[] = [];
  for (const [at, source] of sources.entries()) {
    const tagger = taggerFor(source.gold.doc.id);
    careful.push(
      tagger ? await examplesOf(await label(source, lexicon, tagger), tagger) : fast[at]!,
    );
  }
  const read = careful.filter((one, at) => one !== fast[at]).length;
  console.error(`${read} documents have a tagger that has not seen them`);
  write(values['careful-out'], careful);
}
