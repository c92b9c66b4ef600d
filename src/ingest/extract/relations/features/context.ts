import type { Sentence, Text, Token } from '../../../text/text.ts';
import type { Entity, Mention } from '../../vocabulary.ts';

/** Input of all features: a document, and the mentions of each sentence. */
export interface Context {
  readonly text: Text;
  readonly entities: readonly Entity[];
  readonly bySentence: readonly ReadonlyMap<Mention, Entity>[];
  /** For each sentence and token, the longest mention that contains it. */
  readonly holders: readonly (readonly (Mention | undefined)[])[];
  /** Number of entities of each kind. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether it is a notice of a possible sale, which has its own wording. */
  readonly notice: boolean;
}

export function countKinds(entities: Iterable<Entity>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of entities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

export const bucket = (n: number) =>
  n <= 0 ? '0' : n <= 1 ? '1' : n <= 3 ? '3' : n <= 6 ? '6' : n <= 12 ? '12' : n <= 25 ? '25' : '+';

const NOTICE_MAX = 4_000;

/** Whether a mention is a name that may contain others, not a description or anaphor. */
const holds = ({ kind, rule, reference }: Mention) =>
  !reference && kind !== 'ArmsSale' && !(kind === 'Event' && rule !== 'named');

/** Walks each mention's tokens, since names are short but sentences may have many. */
function holdersOf(tokens: readonly Token[], mentions: Iterable<Mention>): (Mention | undefined)[] {
  const holders: (Mention | undefined)[] = tokens.map(() => undefined);
  for (const mention of mentions) {
    if (!holds(mention)) continue;
    for (let at = beginning(tokens, mention.start); at < tokens.length; at++) {
      if (tokens[at]!.end > mention.end) break;
      const holder = holders[at];
      if (!holder || mention.end - mention.start > holder.end - holder.start) holders[at] = mention;
    }
  }
  return holders;
}

export function contextOf(text: Text, entities: readonly Entity[]): Context {
  const bySentence: Map<Mention, Entity>[] = text.sentences.map(() => new Map());
  for (const entity of entities)
    for (const mention of entity.mentions) bySentence[mention.sentence]!.set(mention, entity);
  return {
    text,
    entities,
    bySentence,
    holders: text.sentences.map(({ tokens, index }) =>
      holdersOf(tokens, bySentence[index]!.keys()),
    ),
    counts: countKinds(entities),
    notice:
      /is the contracting activity|Foreign Military Sales/.test(text.clean) &&
      text.clean.length < NOTICE_MAX,
  };
}

/** How many tokens begin before an offset; tokens are in ascending order. */
export function beginning(tokens: readonly Token[], before: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < before) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many tokens end at or before an offset. */
export function over(tokens: readonly Token[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lemmas of up to three tokens on either side; `^` and `$` at the sentence's ends. */
export function neighbours(
  { tokens }: Sentence,
  mention: Mention,
): { before: string[]; after: string[] } {
  const left = over(tokens, mention.start);
  const right = beginning(tokens, mention.end);
  const lemmas = (some: readonly Token[], none: string) =>
    some.length ? some.map(({ lemma }) => lemma) : [none];
  return {
    before: lemmas(tokens.slice(Math.max(0, left - 3), left), '^'),
    after: lemmas(tokens.slice(right, right + 3), '$'),
  };
}
