import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import type { Reader } from '../../ingest/extract/version.ts';
import { KIND_NAMES } from '../../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../../model/relationships.ts';
import { ROOT } from '../../root.ts';
import type { Counts } from '../counts.ts';
import type { Evaluation } from '../evaluate.ts';
import { barChart } from './bar-chart.ts';
import { asMarkdown, methodOf, notesOf, tablesOf } from './tables.ts';

const MARK = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;
/** Of each reader, from the project's folder. */
const FILES: Readonly<Record<Reader, { readonly docs: string; readonly chart: string }>> = {
  careful: { docs: 'docs/encoder.md', chart: 'docs/encoder.svg' },
  fast: { docs: 'docs/extraction.md', chart: 'docs/extraction.svg' },
};

/** Whether labels contain it. */
const isMeasured = ({ right, missed }: Counts) => right + missed > 0;

function chartOf({ entities, relationships }: Evaluation): string {
  const bars = (part: Evaluation['entities'], names: readonly string[]) =>
    names.flatMap((title) => {
      const one = part.each[title];
      return one && isMeasured(one) ? [{ title, bars: [one.precision, one.recall] }] : [];
    });
  return barChart({
    title: 'How much of what is found is right, and how much of what is there is found',
    names: ['precision', 'recall'],
    groups: [...bars(entities, KIND_NAMES), ...bars(relationships, RELATIONSHIP_TYPES)],
    longest: 1,
    unit: '',
    line: 1,
  });
}

/** The content of `summary.extractor` of the API, without types that no label has. */
function qualityOf({ version, measuredOn, relationships }: Evaluation): object {
  const types = Object.entries(relationships.each)
    .filter(([, one]) => isMeasured(one))
    .map(([type, { precision, recall, f1, interval }]) => ({
      type,
      precision,
      precisionInterval: interval?.precision ?? null,
      recall,
      f1,
    }));
  return { version, measuredOn, types };
}

function measuredText(evaluation: Evaluation, chart: string): string {
  const tables = tablesOf(evaluation).map(([title, table]) => `${title}:\n\n${asMarkdown(table)}`);
  return `
Measured on ${evaluation.measuredOn}: ${methodOf(evaluation)}.
Matching is lenient unless a column says strict; in brackets the 95 % interval over documents.

![Precision and recall by kind and type](${path.basename(chart)})

${[...tables, notesOf(evaluation).join('\n')].join('\n\n')}

`;
}

/**
 * Writes what was measured of a reader into its page of the documentation between its marks, draws its
 * chart, and writes its quality.
 * @param quality where the quality is kept, from the project's folder
 * @param root the project's folder
 * @throws {ConfigError} when the marks are gone
 */
export function writeDocs(
  evaluation: Evaluation,
  reader: Reader,
  quality: string,
  root = ROOT,
): string[] {
  const files = FILES[reader];
  const file = (name: string) => path.join(root, name);
  const docs = readFileSync(file(files.docs), 'utf8');
  if (!MARK.test(docs))
    throw new ConfigError(
      `${files.docs} has no marks <!-- measured --> and <!-- /measured -->; put them round the measured tables.`,
    );
  writeFileSync(
    file(files.docs),
    docs.replace(
      MARK,
      (_, open, close) => `${open}${measuredText(evaluation, files.chart)}${close}`,
    ),
  );
  writeFileSync(file(files.chart), chartOf(evaluation));
  writeFileSync(file(quality), `${JSON.stringify(qualityOf(evaluation), null, 1)}\n`);
  return [files.docs, files.chart, quality];
}
