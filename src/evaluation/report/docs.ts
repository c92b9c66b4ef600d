import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import { KIND_NAMES } from '../../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../../model/relationships.ts';
import { ROOT } from '../../root.ts';
import type { Counts } from '../counts.ts';
import type { Evaluation } from '../evaluate.ts';
import { barChart } from './bar-chart.ts';
import { asMarkdown, methodOf, notesOf, tablesOf } from './tables.ts';

const MARK = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;
const FILES = {
  docs: 'docs/extraction.md',
  chart: 'docs/extraction.svg',
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

function measuredText(evaluation: Evaluation): string {
  const tables = tablesOf(evaluation).map(([title, table]) => `${title}:\n\n${asMarkdown(table)}`);
  return `
Measured on ${evaluation.measuredOn}: ${methodOf(evaluation)}.
Matching is lenient unless a column says strict; in brackets the 95 % interval over documents.

![Precision and recall by kind and type](extraction.svg)

${[...tables, notesOf(evaluation).join('\n')].join('\n\n')}

`;
}

/**
 * Writes the measures into docs/extraction.md between its marks, draws the chart, and writes
 * quality.json.
 * @param quality path of quality.json within the project
 * @param root folder of the project
 * @throws {ConfigError} when the marks are missing
 */
export function writeDocs(evaluation: Evaluation, quality: string, root = ROOT): string[] {
  const file = (name: string) => path.join(root, name);
  const docs = readFileSync(file(FILES.docs), 'utf8');
  if (!MARK.test(docs))
    throw new ConfigError(
      `${FILES.docs} has no marks <!-- measured --> and <!-- /measured -->; put them round the measured tables.`,
    );
  writeFileSync(
    file(FILES.docs),
    docs.replace(MARK, (_, open, close) => `${open}${measuredText(evaluation)}${close}`),
  );
  writeFileSync(file(FILES.chart), chartOf(evaluation));
  writeFileSync(file(quality), `${JSON.stringify(qualityOf(evaluation), null, 1)}\n`);
  return [...Object.values(FILES), quality];
}
