import { type Extractor, extract, loadExtractor } from '../ingest/extract/extract.ts';
import { decide, type Model } from '../ingest/extract/relations/decide.ts';
import { writtenSources } from '../labels/corpus.ts';
import { label, type Source } from '../labels/gold.ts';
import type { SourceDocument } from '../model/extraction.ts';
import { documentId } from '../model/ids.ts';
import { type Examples, examplesOf } from '../training/examples.ts';
import { fitModel } from '../training/fit.ts';
import type { ReadDocument } from './graph/build-graph.ts';

/** What the scorer gave a pair, and whether it is labelled. */
interface Judged {
  readonly probability: number;
  readonly label: number;
}

export interface Predicted {
  readonly documents: readonly ReadDocument[];
  readonly judged: readonly Judged[];
}

/** Told of each step: how many of all documents are read, or what else takes long. */
export type OnProgress = (doing: string, done: number, all: number) => void;

/** Pairs below this are easy: they would flatter the calibration. */
const LIKELY = 0.2;
/** Labels that weigh less are of optional things. */
const SURE_WEIGHT = 0.5;

function sourceOf({ gold: { doc }, raw }: Source): SourceDocument {
  return {
    id: documentId(Buffer.from(raw)),
    source: doc.id,
    raw,
    title: null,
    url: null,
    publisher: null,
    publishedOn: doc.publishedOn,
    language: null,
  };
}

function read({ labelled }: Examples, extractor: Extractor): ReadDocument {
  const source = sourceOf(labelled.source);
  return { name: source.source, source, extraction: extract(source, extractor) };
}

function judge({ predicted }: Examples, model: Model): Judged[] {
  return decide(model, predicted.prepared).considered.flatMap(({ pair, probability }) => {
    const verdict = predicted.verdicts.get(pair)!;
    return verdict.weight >= SURE_WEIGHT && probability > LIKELY
      ? [{ probability, label: verdict.label }]
      : [];
  });
}

/** Reads the documents with the committed model. */
export function predict(sources: readonly Source[], onProgress: OnProgress): Predicted {
  const extractor = loadExtractor();
  const documents: ReadDocument[] = [];
  const judged: Judged[] = [];
  for (const source of sources) {
    const one = examplesOf(label(source, extractor.lexicon));
    documents.push(read(one, extractor));
    judged.push(...judge(one, extractor.model));
    onProgress('reading', documents.length, sources.length);
  }
  return { documents, judged };
}

/**
 * Reads each document with a model trained on the documents of the other folds and on the written
 * passages. Document n is of fold n modulo `folds`.
 */
export function crossValidate(
  sources: readonly Source[],
  folds: number,
  onProgress: OnProgress,
): Predicted {
  const { lexicon } = loadExtractor();
  const evaluated = new Set(sources.map(({ raw }) => raw));
  // A passage that is evaluated must not train as well.
  const passages = writtenSources().filter(({ raw }) => !evaluated.has(raw));
  const studied = [...sources, ...passages].map((source, at, all) => {
    onProgress('studying', at + 1, all.length);
    return examplesOf(label(source, lexicon));
  });
  const [real, written] = [studied.slice(0, sources.length), studied.slice(sources.length)];
  const documents: ReadDocument[] = [];
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    onProgress('training fold', fold + 1, folds);
    const model = fitModel([...real.filter((_, at) => at % folds !== fold), ...written]);
    for (const one of real.filter((_, at) => at % folds === fold)) {
      documents.push(read(one, { version: 'cross-validation', lexicon, model }));
      judged.push(...judge(one, model));
    }
  }
  return { documents, judged };
}
