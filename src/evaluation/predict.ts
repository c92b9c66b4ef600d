import type { Encoder } from '../ingest/extract/encoder/encoder.ts';
import {
  type Extractor,
  extractCarefully,
  loadExtractor,
  loadReader,
} from '../ingest/extract/extract.ts';
import { decide, type Model } from '../ingest/extract/relations/decide.ts';
import { readerHere } from '../ingest/extract/version.ts';
import { writtenSources } from '../labels/corpus.ts';
import { label, type Source } from '../labels/gold.ts';
import type { SourceDocument } from '../model/extraction.ts';
import { documentId } from '../model/ids.ts';
import { type Examples, examplesOf } from '../training/examples.ts';
import { fitModel } from '../training/fit.ts';
import type { ReadDocument } from './graph/build-graph.ts';

/** The probability of a pair, and its label. */
interface Judged {
  readonly probability: number;
  readonly label: number;
}

export interface Predicted {
  /** What was read to be measured: the documents in order. */
  readonly sources: readonly Source[];
  readonly documents: readonly ReadDocument[];
  readonly judged: readonly Judged[];
}

/** Called at each step with the number of documents done, or with another slow task. */
export type OnProgress = (doing: string, done: number, all: number) => void;

/** Least probability of pairs in the calibration, which easy ones would flatter. */
const LIKELY = 0.2;
/** Labels of lower weight are of optional things. */
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

async function read({ labelled }: Examples, extractor: Extractor): Promise<ReadDocument> {
  const source = sourceOf(labelled.source);
  return { name: source.source, source, extraction: await extractCarefully(source, extractor) };
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
export async function predict(
  sources: readonly Source[],
  onProgress: OnProgress,
): Promise<Predicted> {
  const extractor = loadReader(readerHere());
  const documents: ReadDocument[] = [];
  const judged: Judged[] = [];
  for (const source of sources) {
    const { lexicon, encoder } = extractor;
    const one = await examplesOf(await label(source, lexicon, encoder), encoder);
    documents.push(await read(one, extractor));
    judged.push(...judge(one, extractor.model));
    onProgress('reading', documents.length, sources.length);
  }
  return { sources, documents, judged };
}

/**
 * Reads each document with a model trained on the documents of the other folds and on the written
 * passages. Document n is of fold n modulo `folds`.
 * @param taggers one for each document that it has not seen; other documents are not read, and train
 *   as the rules read them. Null: the rules read all alone
 */
export async function crossValidate(
  sources: readonly Source[],
  folds: number,
  onProgress: OnProgress,
  taggers: ((document: string) => Encoder | null) | null = null,
): Promise<Predicted> {
  const { lexicon } = loadExtractor();
  const evaluated = new Set(sources.map(({ raw }) => raw));
  // An evaluated passage must not be in the training data.
  const passages = writtenSources().filter(({ raw }) => !evaluated.has(raw));
  const all = [...sources, ...passages];
  const examples: Examples[] = [];
  for (const source of all) {
    const tagger = taggers?.(source.gold.doc.id) ?? null;
    examples.push(await examplesOf(await label(source, lexicon, tagger), tagger));
    onProgress('featurising', examples.length, all.length);
  }
  const [real, written] = [examples.slice(0, sources.length), examples.slice(sources.length)];
  const documents: ReadDocument[] = [];
  const judged: Judged[] = [];
  const isRead = ({ gold }: Source) => taggers === null || taggers(gold.doc.id) !== null;
  for (let fold = 0; fold < folds; fold++) {
    onProgress('training fold', fold + 1, folds);
    const model = fitModel([...real.filter((_, at) => at % folds !== fold), ...written]);
    for (const one of real.filter((_, at) => at % folds === fold)) {
      const { source } = one.labelled;
      if (!isRead(source)) continue;
      const encoder = taggers?.(source.gold.doc.id) ?? null;
      documents.push(await read(one, { version: 'cross-validation', lexicon, model, encoder }));
      judged.push(...judge(one, model));
    }
  }
  return { sources: sources.filter(isRead), documents, judged };
}
