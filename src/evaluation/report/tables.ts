import { KIND_NAMES } from '../../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../../model/relationships.ts';
import type { Measured, MeasuredPart } from '../bootstrap.ts';
import type { Evaluation } from '../evaluate.ts';
import { pairsF1 } from '../resolution.ts';

/** Rows of cells, headings first. */
type Table = readonly (readonly string[])[];

const HEADS = ['', 'precision', 'recall', 'F1', 'right / wrong / missed', 'strict F1'];
const shown = (value: number) => value.toFixed(2);

function ratio(measured: Measured, name: 'precision' | 'recall' | 'f1'): string {
  const interval = measured.interval?.[name];
  return `${shown(measured[name])}${interval ? ` (${interval.map(shown).join('–')})` : ''}`;
}

function rowOf(title: string, lenient: Measured, strict: Measured | undefined): string[] {
  const { right, wrong, missed } = lenient;
  return [
    title,
    ratio(lenient, 'precision'),
    ratio(lenient, 'recall'),
    ratio(lenient, 'f1'),
    `${right} / ${wrong} / ${missed}`,
    strict ? shown(strict.f1) : '',
  ];
}

/** Lenient measures with intervals, and the strict F1. */
function partTable(
  lenient: MeasuredPart,
  strict: MeasuredPart | null,
  order: readonly string[],
): Table {
  return [
    strict ? HEADS : HEADS.slice(0, -1),
    ...[
      rowOf('all', lenient.all, strict?.all),
      ...order.flatMap((name) =>
        lenient.each[name] ? [rowOf(name, lenient.each[name], strict?.each[name])] : [],
      ),
    ].map((row) => (strict ? row : row.slice(0, -1))),
  ];
}

/** The titled tables of an evaluation. */
export function tablesOf(evaluation: Evaluation): [title: string, table: Table][] {
  const { entities, entitiesStrict, relationships, relationshipsStrict } = evaluation;
  const { mentions, attributes, calibration } = evaluation;
  return [
    ['Entities', partTable(entities, entitiesStrict, KIND_NAMES)],
    ['Relationships', partTable(relationships, relationshipsStrict, RELATIONSHIP_TYPES)],
    ['Mentions, at exactly the labelled span', partTable(mentions, null, KIND_NAMES)],
    ['Attributes of what was found', partTable(attributes, null, Object.keys(attributes.each))],
    [
      'Calibration, how often relationships of a probability are labelled',
      [
        ['probability', 'pairs', 'mean probability', 'right'],
        ...calibration.bins.map(({ from, to, count, meanProbability, shareRight }) => [
          `${from.toFixed(1)} to ${to.toFixed(1)}`,
          String(count),
          shown(meanProbability),
          shown(shareRight),
        ]),
      ],
    ],
  ];
}

/** Further measures, one sentence each. */
export function notesOf(evaluation: Evaluation): string[] {
  const { resolution, links, surnames, duplicates, calibration } = evaluation;
  const { clusters, mixed, bCubed, bCubedWithoutCountries } = resolution;
  return [
    `Of ${clusters.all} things that two or more documents name, ${clusters.whole} are one node, found in every document.`,
    `${mixed.length} nodes mix two real things${mixed.length > 0 ? ` (${mixed.map(({ node }) => node).join(', ')})` : ''}; ${duplicates} are a second node for what their document has already.`,
    `B-cubed F1 ${shown(bCubed.f1)}, without countries ${shown(bCubedWithoutCountries.f1)}; pairs without countries F1 ${shown(pairsF1(resolution))}.`,
    `${links.right} of ${links.all} mentions lead to the right entity; of persons named by one word ${surnames.right} of ${surnames.all}.`,
    ...(calibration.error === null
      ? []
      : [
          `Expected calibration error ${calibration.error.toFixed(3)}, over ${calibration.pairs} likely pairs.`,
        ]),
  ];
}

/** The method in one line. */
export function methodOf({ documents, folds, version }: Evaluation): string {
  return folds === null
    ? `${documents} documents, read with the model ${version}`
    : `${documents} documents, ${folds}-fold cross-validation by document, extractor ${version}`;
}

export function asMarkdown(table: Table): string {
  const [heads = [], ...rows] = table;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/\| {2}/g, '| ');
  const bold = ([name = '', ...cells]: readonly string[]) => [
    name === 'all' ? `**${name}**` : name,
    ...cells,
  ];
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(bold(row)))].join(
    '\n',
  );
}

function asText(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The report for a terminal, with 95 % intervals. */
export function reportText(evaluation: Evaluation): string {
  const tables = tablesOf(evaluation).map(([title, table]) => `${title}\n${asText(table)}`);
  return `${[methodOf(evaluation), ...tables, notesOf(evaluation).join('\n')].join('\n\n')}\n`;
}
