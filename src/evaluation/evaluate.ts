import { ConfigError } from '../errors.ts';
import { extractorVersion, readerHere } from '../ingest/extract/version.ts';
import { readLexicon } from '../ingest/lexicon/lexicon.ts';
import { readLabelledFolder } from '../labels/label-folder.ts';
import { type CalibrationBin, calibrationBins, calibrationError } from '../training/calibration.ts';
import { readUnseenTaggers } from '../training/unseen-taggers.ts';
import { type MeasuredPart, measurePart } from './bootstrap.ts';
import { buildGraph } from './graph/build-graph.ts';
import { exportLines } from './graph/graph-export.ts';
import type { Links } from './mentions.ts';
import { crossValidate, type OnProgress, predict } from './predict.ts';
import type { Resolution } from './resolution.ts';
import { PARTS, type Part, scoreGraph } from './score.ts';

export interface EvaluateOptions {
  /** Reads each document with a model of the other folds; by default with the committed model. */
  readonly folds?: number;
  /**
   * With folds: a folder of taggers, of training/. Measured are the documents that one of them has not
   * seen. Without, the rules read alone.
   */
  readonly taggers?: string;
  readonly onProgress?: OnProgress;
}

/** The measured quality of extraction on labelled documents. */
export interface Evaluation extends Readonly<Record<Part, MeasuredPart>> {
  /** Version of the extractor; with folds, of its rules and its training. */
  readonly version: string;
  /** ISO date. */
  readonly measuredOn: string;
  /** Null for the committed model. */
  readonly folds: number | null;
  readonly documents: number;
  /** Files that were left out, with the remedy. */
  readonly problems: readonly string[];
  readonly duplicates: number;
  readonly links: Links;
  readonly surnames: Links;
  readonly resolution: Resolution;
  readonly calibration: {
    /** 0..1; null when no pair was judged. */
    readonly error: number | null;
    readonly pairs: number;
    readonly bins: readonly CalibrationBin[];
  };
}

const FOLDS_MIN = 2;

/**
 * Measures extraction and the resulting graph against labels.
 * @returns the measures, and the predictions as JSON Lines
 * @throws {ReadError} when the folder has nothing usable
 * @throws {ConfigError} when there are too few documents for the folds
 */
export async function evaluate(
  folder: string,
  { folds, taggers, onProgress = () => {} }: EvaluateOptions = {},
): Promise<{ evaluation: Evaluation; predicted: readonly string[] }> {
  const { sources, problems } = readLabelledFolder(folder);
  if (folds !== undefined && (folds < FOLDS_MIN || folds > sources.length))
    throw new ConfigError(
      `${sources.length} documents of ${folder} cannot be read in ${folds} folds; pass --folds ${FOLDS_MIN} to ${sources.length}, or label more.`,
    );
  const taggerFor = taggers === undefined ? null : readUnseenTaggers(taggers);
  if (taggerFor && !sources.some(({ gold }) => taggerFor(gold.doc.id)))
    throw new ConfigError(
      `The taggers of ${taggers} have seen all documents of ${folder}; take documents that one has not.`,
    );
  const lexicon = readLexicon();
  // With folds, the careful reader needs taggers that have not seen the documents.
  const careful = folds === undefined ? readerHere() === 'careful' : taggers !== undefined;
  const read =
    folds === undefined
      ? await predict(sources, onProgress)
      : await crossValidate(sources, folds, onProgress, taggerFor);
  const { documents, judged } = read;
  const dump = buildGraph(documents, lexicon);
  const score = scoreGraph(dump, read.sources);
  const parts = Object.fromEntries(
    PARTS.map((part) => [part, measurePart(score.documents.map(({ tallies }) => tallies[part]))]),
  ) as Record<Part, MeasuredPart>;
  const bins = calibrationBins(judged);
  return {
    evaluation: {
      version: extractorVersion(lexicon, careful ? 'careful' : 'fast'),
      measuredOn: new Date().toISOString().slice(0, 10),
      folds: folds ?? null,
      documents: documents.length,
      problems,
      ...parts,
      duplicates: score.duplicates,
      links: score.links,
      surnames: score.surnames,
      resolution: score.resolution,
      calibration: {
        error: judged.length > 0 ? calibrationError(bins) : null,
        pairs: judged.length,
        bins,
      },
    },
    predicted: exportLines(dump),
  };
}
