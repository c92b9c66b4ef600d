import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { measurePart } from '../../src/evaluation/bootstrap.ts';
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts';
import { writeDocs } from '../../src/evaluation/report/docs.ts';
import { reportText } from '../../src/evaluation/report/tables.ts';
import { TAGGER_FILE } from '../../src/ingest/extract/encoder/files.ts';
import { QUALITY_FILES, readQuality } from '../../src/server/quality.ts';
import { calibrationBins, calibrationError } from '../../src/training/calibration.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXAMPLES = path.join(ROOT, 'examples/labelled');

let evaluation: Evaluation;
let predicted: readonly string[];
beforeAll(async () => {
  ({ evaluation, predicted } = await evaluate(EXAMPLES));
}, 60_000);

describe('the labelled examples', () => {
  test('are all measured, and mostly right', () => {
    expect(evaluation).toMatchObject({ documents: 4, folds: null, problems: [] });
    expect(evaluation.entities.all.f1).toBeGreaterThan(0.85);
    expect(evaluation.relationships.all.f1).toBeGreaterThan(0.6);
    expect(evaluation.resolution).toMatchObject({ clusters: { all: 4 }, mixed: [] });
  });

  test('are kept as lines of the graph', () => {
    const lines = predicted.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['node', 'mention', 'rel']));
    const nodes = new Set(lines.filter(({ kind }) => kind === 'node').map(({ id }) => id));
    for (const line of lines)
      for (const end of ['node', 'from', 'to'])
        if (line[end] !== undefined) expect(nodes).toContain(line[end]);
  });

  test('give the same measures each time', async () => {
    expect(await evaluate(EXAMPLES)).toEqual({ evaluation, predicted });
  });

  test('are reported in words and tables', () => {
    const report = reportText(evaluation);
    expect(report).toMatch(/^4 documents, read with the model entente-/);
    for (const title of ['Entities', 'Relationships', 'Mentions', 'Attributes', 'Calibration'])
      expect(report).toMatch(new RegExp(`^${title}`, 'm'));
    expect(report).toMatch(/^Person {2,}\d\.\d\d .*\d+ \/ \d+ \/ \d+/m);
    expect(report).toContain('Of 4 things that two or more documents name');
  });
});

test('folds need as many documents', async () => {
  await expect(evaluate(EXAMPLES, { folds: 5 })).rejects.toThrow(
    /4 documents of .* cannot be read in 5 folds; pass --folds 2 to 4, or label more/,
  );
});

test('taggers measure what they have not seen', async () => {
  const taggers = mkdtempSync(path.join(tmpdir(), 'entente-taggers-'));
  cpSync(TAGGER_FILE, path.join(taggers, 'fold.onnx'));
  writeFileSync(path.join(taggers, 'fold.json'), '{"unseen": ["elsewhere"]}');
  await expect(evaluate(EXAMPLES, { folds: 2, taggers })).rejects.toThrow(
    /The taggers of .* have seen all documents of .*; take documents that one has not/,
  );
  rmSync(taggers, { recursive: true });
});

describe('intervals', () => {
  const document = (right: number, wrong: number) =>
    new Map([['Person', { right, wrong, missed: 1 }]]);

  test('hold the measure, and narrow with more documents', () => {
    const few = [document(3, 1), document(1, 2), document(4, 0), document(2, 2), document(5, 1)];
    const width = (times: number) => {
      const { precision, interval } = measurePart(Array(times).fill(few).flat()).all;
      const [low, high] = interval!.precision;
      expect(low).toBeLessThan(precision);
      expect(high).toBeGreaterThan(precision);
      return high - low;
    };
    expect(width(20)).toBeLessThan(width(1) / 2);
  });

  test('are not told of what few documents show', () => {
    const tallies = [document(3, 1), document(1, 1), ...Array(30).fill(new Map())];
    expect(measurePart(tallies).each.Person).toMatchObject({ right: 4, interval: null });
  });
});

test('the calibration error weighs bins by what they hold', () => {
  const judged = [
    ...Array(9).fill({ probability: 0.95, label: 1 }),
    { probability: 0.95, label: 0 },
    ...Array(10).fill({ probability: 0.35, label: 0 }),
  ];
  const bins = calibrationBins(judged);
  expect(bins.map(({ from, count }) => [from, count])).toEqual([
    [0.3, 10],
    [0.9, 10],
  ]);
  expect(calibrationError(bins)).toBeCloseTo(0.5 * 0.35 + 0.5 * 0.05);
});

describe('the documentation', () => {
  function project(docs: string): string {
    const root = mkdtempSync(path.join(tmpdir(), 'entente-docs-'));
    for (const folder of ['docs', 'data/model'])
      mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, 'docs/extraction.md'), docs);
    return root;
  }

  test('is rewritten between its marks, with a chart and the quality the API tells', () => {
    const root = project('before\n<!-- measured -->\nold\n<!-- /measured -->\nafter\n');
    writeDocs(evaluation, 'fast', QUALITY_FILES.fast, root);
    const docs = readFileSync(path.join(root, 'docs/extraction.md'), 'utf8');
    expect(docs).toMatch(
      /^before\n<!-- measured -->\n\nMeasured on [\s\S]*\n<!-- \/measured -->\nafter\n$/,
    );
    expect(docs).toContain('| **all** | ');
    expect(docs).not.toContain('old');
    expect(readFileSync(path.join(root, 'docs/extraction.svg'), 'utf8')).toMatch(
      /^<svg .*aria-label/,
    );
    const quality = readQuality(path.join(root, 'data/model/quality.json'))!;
    expect(quality).toMatchObject({
      version: evaluation.version,
      measuredOn: evaluation.measuredOn,
    });
    expect(quality.types.map(({ type }) => type)).toContain('SOLD_TO');
    rmSync(root, { recursive: true });
  });

  test('needs its marks', () => {
    const root = project('no marks\n');
    expect(() => writeDocs(evaluation, 'fast', QUALITY_FILES.fast, root)).toThrow(
      /has no marks <!-- measured -->/,
    );
    rmSync(root, { recursive: true });
  });

  test('in the repository has them', () => {
    const root = project('');
    cpSync(path.join(ROOT, 'docs/extraction.md'), path.join(root, 'docs/extraction.md'));
    expect(writeDocs(evaluation, 'fast', QUALITY_FILES.fast, root)).toContain('docs/extraction.md');
    rmSync(root, { recursive: true });
  });
});
