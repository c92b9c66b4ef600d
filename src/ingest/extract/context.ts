import type { Entity, Mention, Sentence, Text, Token } from './terms.ts';
import { inside } from './terms.ts';

/** What features are read from: a document, and for each sentence who is named in it. */
export interface Context {
  readonly text: Text;
  readonly entities: readonly Entity[];
  readonly bySentence: readonly ReadonlyMap<Mention, Entity>[];
  /** For each sentence and token, the longest mention that holds it. */
  readonly holders: readonly (readonly (Mention | undefined)[])[];
  /** A notice of a possible sale, which has a language of its own. */
  readonly notice: boolean;
}

export const bucket = (n: number) =>
  n <= 0 ? '0' : n <= 1 ? '1' : n <= 3 ? '3' : n <= 6 ? '6' : n <= 12 ? '12' : n <= 25 ? '25' : '+';

const NOTICE_MAX = 4_000;

function holderOf(token: Token, mentions: Iterable<Mention>): Mention | undefined {
  let holder: Mention | undefined;
  for (const mention of mentions)
    if (
      !mention.reference &&
      inside(token, mention) &&
      mention.kind !== 'ArmsSale' &&
      !(mention.kind === 'Event' && mention.by !== 'named') &&
      (!holder || mention.end - mention.start > holder.end - holder.start)
    )
      holder = mention;
  return holder;
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
      tokens.map((token) => holderOf(token, bySentence[index]!.keys())),
    ),
    notice:
      /is the contracting activity|Foreign Military Sales/.test(text.clean) &&
      text.clean.length < NOTICE_MAX,
  };
}

/** Tokens of a stretch with every mention replaced by its kind: "Country sign Agreement". */
export function masked(
  sentences: readonly Sentence[],
  { holders }: Context,
  start: number,
  end: number,
): string[] {
  const out: string[] = [];
  let last: Mention | undefined;
  for (const { tokens, index } of sentences)
    for (const [at, token] of tokens.entries()) {
      if (token.start < start || token.end > end) continue;
      const holder = holders[index]![at];
      if (!holder) out.push(token.lemma);
      else if (holder !== last) out.push(`<${holder.kind}>`);
      last = holder;
    }
  return out;
}

/** Lemmas of up to three tokens on either side; `^` and `$` where the sentence ends. */
export function neighbours(
  { tokens }: Sentence,
  mention: Mention,
): { before: string[]; after: string[] } {
  const before = tokens.filter((token) => token.end <= mention.start).slice(-3);
  const after = tokens.filter((token) => token.start >= mention.end).slice(0, 3);
  const lemmas = (some: readonly Token[], none: string) =>
    some.length ? some.map(({ lemma }) => lemma) : [none];
  return { before: lemmas(before, '^'), after: lemmas(after, '$') };
}
