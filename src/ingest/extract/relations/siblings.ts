import type { Sentence, Text } from '../../text/text.ts';
import type { Document } from '../document.ts';
import type { Entity, Mention } from '../vocabulary.ts';
import { beginning, over } from './features/context.ts';
import type { Pair } from './featurise.ts';

/** Best scores of pairs with another member of an end's list; `ALONE` without a list. */
export interface SiblingScores {
  readonly ofSubject: number;
  readonly ofObject: number;
}

const ALONE = -9;
const NO_LIST: ReadonlySet<string> = new Set(['with', 'which', 'who', 'whose', 'where', 'that']);
const JOINT = /^(?:,|;|and|or|&)$/;
/** Most tokens between two names of a list: "A, the minister of B, and C". */
const BETWEEN_MAX = 14;

/** Whether only titles and joints lie between two names: "Minister A, General B and". */
function isListed({ tokens }: Sentence, left: Mention, right: Mention): boolean {
  const [from, to] = [over(tokens, left.end), beginning(tokens, right.start)];
  if (to <= from || to - from > BETWEEN_MAX) return false;
  let joints = 0;
  for (let at = from; at < to; at++) {
    const { pos, lower } = tokens[at]!;
    if (pos === 'VERB' || pos === 'AUX' || NO_LIST.has(lower)) return false;
    if (JOINT.test(lower)) joints++;
  }
  return joints > 0;
}

/** The names of a list, each by its entity. */
export type List = ReadonlyMap<Entity, Mention>;

/** For each mention in a list, what stands in it, itself included. */
export function listsOf(text: Text, entities: readonly Entity[]): ReadonlyMap<Mention, List> {
  const all = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const lists = new Map<Mention, Map<Entity, Mention>>();
  const last = new Map<string, { entity: Entity; mention: Mention }>();
  for (const one of all) {
    const { mention, entity } = one;
    const before = last.get(mention.kind);
    last.set(mention.kind, one);
    const near = before?.mention.sentence === mention.sentence && before.entity !== entity;
    const joined = near && isListed(text.sentences[mention.sentence]!, before.mention, mention);
    const list = joined
      ? (lists.get(before.mention) ?? new Map([[before.entity, before.mention]]))
      : new Map<Entity, Mention>();
    if (joined) lists.set(before.mention, list);
    lists.set(mention, list.has(entity) ? list : list.set(entity, mention));
  }
  return lists;
}

/**
 * For each pair the best score of the same relationship with another member of its list: if one of
 * "A, B and C" met D, all did.
 * @param scores one for each pair
 */
export function siblingScores(
  { text, entities }: Pick<Document, 'text' | 'entities'>,
  pairs: readonly Pair[],
  scores: readonly { readonly score: number; readonly best: number }[],
): SiblingScores[] {
  const lists = listsOf(text, entities);
  const keyOf = (type: string, subject: Entity, object: Entity) =>
    `${type} ${subject.id} ${object.id}`;
  const known = new Map(
    pairs.map(({ type, subject, object }, at) => [keyOf(type, subject, object), scores[at]!.score]),
  );
  return pairs.map(({ type, subject, object, instances }, at) => {
    const { subjectMention, objectMention } = instances[scores[at]!.best]!.candidate;
    const bestOf = (mention: Mention, own: Entity, keyFor: (other: Entity) => string) => {
      let best = ALONE;
      for (const other of lists.get(mention)?.keys() ?? [])
        if (other !== own) best = Math.max(best, known.get(keyFor(other)) ?? ALONE);
      return best;
    };
    return {
      ofSubject: bestOf(subjectMention, subject, (other) => keyOf(type, other, object)),
      ofObject: bestOf(objectMention, object, (other) => keyOf(type, subject, other)),
    };
  });
}
