import { writeFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { ConfigError } from '../errors.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { evaluateIdentity } from '../evaluation/identity.ts';
import { writeDocs } from '../evaluation/report/docs.ts';
import { identityText } from '../evaluation/report/identity.ts';
import { reportText } from '../evaluation/report/tables.ts';
import { QUALITY_FILES } from '../server/quality.ts';
import { evaluateProgress } from './progress.ts';
import { run } from './run.ts';
import { checkWritable } from './writable.ts';

/** Exit code when some files were unusable, so that the figures do not cover the whole folder. */
const EXIT_PARTIAL = 3;

export const evaluateCommand = defineCommand({
  meta: { name: 'evaluate', description: 'Measure the extraction against labelled documents' },
  args: {
    folder: {
      type: 'positional',
      required: false,
      description: 'Folder of labelled documents; docs/evaluation.md tells the format',
    },
    identity: {
      type: 'boolean',
      default: false,
      description: 'Instead of a folder: how well the same people, bodies and systems are told',
    },
    'cross-validate': {
      type: 'boolean',
      default: false,
      description: 'Read each document with a model trained on the others; slow',
    },
    folds: { type: 'string', default: '5', description: 'Of the cross-validation' },
    taggers: {
      type: 'string',
      description:
        'Cross-validate the careful reader, with the taggers of this folder, on what they have not seen',
    },
    json: { type: 'boolean', default: false, description: 'All measures as JSON, not tables' },
    out: { type: 'string', description: 'Also write what was found to this file, as JSON Lines' },
    docs: {
      type: 'boolean',
      default: false,
      description: 'Also rewrite the tables in docs, their chart, and the quality the API tells',
    },
  },
  run: ({ args }) =>
    run(async () => {
      if (args.identity) {
        const measured = evaluateIdentity();
        process.stdout.write(
          args.json ? `${JSON.stringify(measured, null, 2)}\n` : identityText(measured),
        );
        return;
      }
      if (args.folder === undefined)
        throw new ConfigError('evaluate takes a folder of labelled documents, or --identity.');
      const folds = Number(args.folds);
      if (!Number.isInteger(folds))
        throw new ConfigError(`--folds is "${args.folds}"; it must be a whole number from 2.`);
      if (args.docs && !args['cross-validate'])
        throw new ConfigError(
          '--docs tells readers how well unseen documents are read; add --cross-validate, since the model may have been trained on these.',
        );
      if (args.taggers && !args['cross-validate'])
        throw new ConfigError(
          '--taggers measures the careful reader on what it has not seen; add --cross-validate, since the committed model has been trained on these.',
        );
      if (args.out) checkWritable('--out', args.out);
      const progress = evaluateProgress();
      const { evaluation, predicted } = await evaluate(args.folder, {
        ...(args['cross-validate'] ? { folds } : {}),
        ...(args.taggers ? { taggers: args.taggers } : {}),
        onProgress: progress.tick,
      });
      progress.stop();
      for (const problem of evaluation.problems) process.stderr.write(`left out: ${problem}\n`);
      if (args.out) writeFileSync(args.out, `${predicted.join('\n')}\n`);
      if (args.docs) {
        const reader = args.taggers ? 'careful' : 'fast';
        const written = writeDocs(evaluation, reader, QUALITY_FILES[reader]);
        process.stderr.write(`wrote ${written.join(', ')}\n`);
      }
      process.stdout.write(
        args.json ? `${JSON.stringify(evaluation, null, 2)}\n` : reportText(evaluation),
      );
      if (evaluation.problems.length > 0) process.exitCode = EXIT_PARTIAL;
    }),
});
