import { DENIED, PLANNED } from '../../../lexicon/words.ts';
import type { Token } from '../../../text/text.ts';
import type { Entity, Mention } from '../../vocabulary.ts';
import { hash, hashOn } from '../model/scorers.ts';
import { beginning, type Context, countKinds, over } from './context.ts';
import { Grams } from './ngrams.ts';

/** One sentence, or two in their order, with all that its pairs of mentions share. */
export interface SentenceTemplate {
  readonly tokens: readonly Token[];
  /** Lemmas, with each mention replaced by its kind: "<Country> sign <Agreement>". */
  readonly labels: readonly string[];
  /** For each token the index of its label; tokens of one mention share theirs. */
  readonly units: readonly number[];
  /** Hashes of n-grams of the labels. */
  readonly grams: Grams;
  /** Hashes of the features of its verbs. */
  readonly verbs: readonly number[];
  readonly mentions: readonly (readonly [Mention, Entity])[];
  /** Number of entities of each kind. */
  readonly counts: ReadonlyMap<string, number>;
  /** Offset of the first mention. */
  readonly first: number;
  readonly planned: boolean;
  readonly denied: boolean;
}

const VERB = hash('verb=');

function readScene({ text, bySentence, holders }: Context, number: number): SentenceTemplate {
  const { tokens } = text.sentences[number]!;
  const held = holders[number]!;
  const mentions = [...bySentence[number]!];
  const units: number[] = [];
  const labels: string[] = [];
  for (const [at, holder] of held.entries()) {
    if (at === 0 || !holder || holder !== held[at - 1])
      labels.push(holder ? `<${holder.kind}>` : tokens[at]!.lemma);
    units.push(labels.length - 1);
  }
  return {
    tokens,
    labels,
    units,
    grams: new Grams(labels),
    verbs: tokens.flatMap(({ pos, lemma }) => (pos === 'VERB' ? hashOn(VERB, lemma) : [])),
    mentions,
    counts: countKinds(new Set(mentions.map(([, entity]) => entity))),
    first: Math.min(...mentions.map(([{ start }]) => start)),
    planned: tokens.some(({ lower }) => PLANNED.has(lower)),
    denied: tokens.some(({ lower }) => DENIED.has(lower)),
  };
}

function joined(left: SentenceTemplate, right: SentenceTemplate): SentenceTemplate {
  const mentions = [...left.mentions, ...right.mentions];
  const labels = left.labels.concat(right.labels);
  return {
    tokens: left.tokens.concat(right.tokens),
    labels,
    units: left.units.concat(right.units.map((unit) => unit + left.labels.length)),
    grams: new Grams(labels),
    verbs: left.verbs.concat(right.verbs),
    mentions,
    counts: countKinds(new Set(mentions.map(([, entity]) => entity))),
    first: Math.min(left.first, right.first),
    planned: left.planned || right.planned,
    denied: left.denied || right.denied,
  };
}

/** @returns a function that makes the template of one sentence or of two, each once */
export function templatesOf(context: Context): (first: number, last: number) => SentenceTemplate {
  const known = new Map<number, SentenceTemplate>();
  const templateOf = (first: number, last: number): SentenceTemplate => {
    const key = first * context.text.sentences.length + last;
    let template = known.get(key);
    if (!template) {
      template =
        first === last
          ? readScene(context, first)
          : joined(templateOf(first, first), templateOf(last, last));
      known.set(key, template);
    }
    return template;
  };
  return templateOf;
}

/** Half-open range of the tokens within two offsets. */
export function within({ tokens }: SentenceTemplate, start: number, end: number): [number, number] {
  const from = beginning(tokens, start);
  return [from, Math.max(from, over(tokens, end))];
}

/** Half-open range of label indices that covers a range of tokens. */
export function labelled({ units }: SentenceTemplate, [from, to]: readonly [number, number]) {
  return from === to ? ([0, 0] as const) : ([units[from]!, units[to - 1]! + 1] as const);
}
