import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { KIND_NAMES } from '../../../model/kinds.ts';
import { remembered } from '../../../remembered.ts';
import type { Text } from '../../text/text.ts';
import type { Native } from '../native-gate.ts';
import type { Mention } from '../vocabulary.ts';
import { CARD_FILE, PAIRS_FILE, pairsFileOf, TAGGER_FILE, VOCABULARY_FILE } from './files.ts';
import { OnnxModel } from './onnx.ts';
import type { PairPlace } from './pair-rows.ts';
import { judgePairs } from './pairs.ts';
import { Reading } from './reading.ts';
import { NO_WORD } from './shapes.ts';
import { marksOf, type Tokens, tokensOf } from './tokens.ts';
import { type Window, windowsOver } from './windows.ts';
import { readVocabulary, type Vocabulary } from './wordpiece.ts';

const PACKAGE = 'onnxruntime-node';
const load = createRequire(import.meta.url);

/**
 * Whether a runtime works, by its package's name; it is tried once. The package is an optional one,
 * and has no binary for every system: where it cannot be loaded, as without the model, the rules read
 * alone.
 */
const isInstalled = remembered((name: string) => {
  try {
    load(name);
    return true;
  } catch {
    return false;
  }
});

/** Whether texts can be read carefully here. */
export const hasEncoder = (runtime = PACKAGE): boolean =>
  [TAGGER_FILE, PAIRS_FILE, VOCABULARY_FILE, CARD_FILE].every((file) => existsSync(file)) &&
  isInstalled(runtime);

/** The first 8 digits of the SHA-256 of the model's bytes, from its card. */
export function encoderVersion(file = CARD_FILE): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly sha256: string }).sha256.slice(0, 8);
}

/** Inputs per token for the rules' mentions: begin and inside for each kind, and a constant. */
const RULES = 2 * KIND_NAMES.length + 1;
/** Most word pieces, a report of some 30 pages, that the encoder reads; the rules read on alone. */
const TOKENS_MAX = 20_000;

/** A small fine-tuned transformer that scores tokens for kinds of mentions, and pairs of mentions. */
export class Encoder {
  private readonly tagger: OnnxModel;
  private readonly pairs: OnnxModel;
  private readonly vocabulary: Vocabulary;

  constructor(native: Native = (call) => call(), file = TAGGER_FILE, vocabulary = VOCABULARY_FILE) {
    this.tagger = new OnnxModel(file, native);
    this.pairs = new OnnxModel(pairsFileOf(file), native);
    this.vocabulary = readVocabulary(vocabulary);
  }

  /** @param mentions of the rules, which are an input of the model */
  async read(text: Text, mentions: readonly Mention[]): Promise<Reading> {
    const tokens = tokensOf(text, this.vocabulary);
    const within = tokens.sentences.filter(({ to }) => to <= TOKENS_MAX);
    const reading = new Reading(tokens, within.at(-1)?.to ?? 0);
    if (within.length < tokens.sentences.length)
      text.cut.add(`the encoder read only the first ${TOKENS_MAX} word pieces`);
    const rules = ruleInputs(tokens, mentions);
    for (const window of windowsOver(within)) {
      const { tags, states } = await this.run(tokens, rules, window);
      reading.put(window, tags!.data as Float32Array, states!.data as Float32Array);
    }
    return reading;
  }

  /** Judges the places where relationships may be stated. */
  judge<Place extends PairPlace>(
    text: Text,
    reading: Reading,
    places: readonly Place[],
  ): Promise<ReadonlyMap<Place, number>> {
    return judgePairs(this.pairs, text, reading, places);
  }

  private run(tokens: Tokens, rules: Float32Array, window: Window) {
    const { opening, closing } = this.vocabulary;
    const length = window.tokens.length + 2;
    const ids = new BigInt64Array(length);
    const shapes = new BigInt64Array(length).fill(BigInt(NO_WORD));
    const seen = new Float32Array(length * RULES);
    [ids[0], ids[length - 1]] = [BigInt(opening), BigInt(closing)];
    for (const [at, token] of window.tokens.entries()) {
      ids[at + 1] = BigInt(tokens.ids[token]!);
      shapes[at + 1] = BigInt(tokens.shapes[token]!);
      seen.set(rules.subarray(token * RULES, (token + 1) * RULES), (at + 1) * RULES);
    }
    return this.tagger.run(({ Tensor }) => {
      const numbers = (data: BigInt64Array) => new Tensor('int64', data, [1, length]);
      return {
        ids: numbers(ids),
        shapes: numbers(shapes),
        mask: numbers(new BigInt64Array(length).fill(1n)),
        rules: new Tensor('float32', seen, [1, length, RULES]),
      };
    });
  }
}

function ruleInputs(tokens: Tokens, mentions: readonly Mention[]): Float32Array {
  const inputs = new Float32Array(tokens.ids.length * RULES);
  for (let at = RULES - 1; at < inputs.length; at += RULES) inputs[at] = 1;
  for (const { token, kind, begins } of marksOf(tokens, mentions, KIND_NAMES))
    inputs[token * RULES + kind + (begins ? 0 : KIND_NAMES.length)] = 1;
  return inputs;
}
