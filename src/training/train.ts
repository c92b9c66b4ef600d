// `npm run train -- [--gold FOLDER]`: trains the extractor on the written passages and, where a
// folder of labelled documents is given, on those too, and writes model.json. Deterministic.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MODEL_FILE, packModel } from '../ingest/extract/relations/model/model-file.ts';
import { readLexicon } from '../ingest/lexicon/lexicon.ts';
import { writtenSources } from '../labels/corpus.ts';
import { label } from '../labels/gold.ts';
import { readLabelledFolder } from '../labels/label-folder.ts';
import { examplesOf } from './examples.ts';
import { fitModel } from './fit.ts';

const { values } = parseArgs({
  options: { gold: { type: 'string' }, out: { type: 'string', default: MODEL_FILE } },
});
const lexicon = readLexicon();
const given = values.gold ? readLabelledFolder(values.gold) : { sources: [], problems: [] };
for (const problem of given.problems) console.error(`left out: ${problem}`);
const sources = [...given.sources, ...writtenSources()];
const real = sources.filter(({ group }) => group === 'real').length;
console.error(`training on ${real} real documents and ${sources.length - real} written passages`);
const model = fitModel(sources.map((source) => examplesOf(label(source, lexicon))));
const version = createHash('sha256').update(packModel(model, '')).digest('hex').slice(0, 8);
writeFileSync(values.out, packModel(model, version));
console.error(`wrote ${values.out}, version ${version}`);
