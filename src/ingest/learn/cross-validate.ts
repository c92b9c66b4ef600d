// `npm run cross-validate -- --gold FOLDER --out predicted.jsonl`: reads every labelled document with
// a model that was trained on the other folds, and writes what it found as prediction lines, to be
// scored against the labels. Tells the calibration error. Written passages only ever train.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../errors.ts';
import { decide } from '../extract/decide.ts';
import { extract } from '../extract/extract.ts';
import { readLexicon } from '../extract/lexicon.ts';
import { calibrationError } from './calibration.ts';
import { fitModel } from './fit.ts';
import { label, type Source } from './gold.ts';
import { predictionLines } from './predicted.ts';
import { realSources, writtenSources } from './sources.ts';
import { study } from './study.ts';

const FOLDS = 5;
/** Pairs below this are easy: they would flatter the calibration. */
const LIKELY = 0.2;

const { values } = parseArgs({
  options: { gold: { type: 'string' }, out: { type: 'string', default: 'predicted.jsonl' } },
});
if (!values.gold) throw new ConfigError('--gold is missing; name a folder of labelled documents.');

const lexicon = readLexicon();
const studyOf = (source: Source) => study(label(source, lexicon));
const real = realSources(values.gold).map(studyOf);
const written = writtenSources().map(studyOf);
const lines: string[] = [];
const judged: { probability: number; label: number }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = fitModel([...real.filter((_, at) => at % FOLDS !== fold), ...written]);
  for (const { labelled, found } of real.filter((_, at) => at % FOLDS === fold)) {
    const { gold, raw } = labelled.source;
    const { id, publishedOn } = gold.doc;
    const source = {
      id,
      source: id,
      raw,
      title: null,
      url: null,
      publisher: null,
      publishedOn,
      language: null,
    };
    lines.push(
      ...predictionLines(id, extract(source, { version: 'cross-validation', lexicon, model })),
    );
    for (const { pair, probability } of decide(model, found.prepared).considered) {
      const verdict = found.verdicts.get(pair)!;
      if (verdict.weight >= 0.5 && probability > LIKELY)
        judged.push({ probability, label: verdict.label });
    }
  }
  console.error(`fold ${fold + 1} of ${FOLDS}`);
}
writeFileSync(values.out, `${lines.join('\n')}\n`);
const error = calibrationError(
  judged.map(({ probability }) => probability),
  judged.map((one) => one.label),
);
console.error(
  `wrote ${values.out}; expected calibration error ${error.toFixed(3)} over ${judged.length} likely pairs`,
);
