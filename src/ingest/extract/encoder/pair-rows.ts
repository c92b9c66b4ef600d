import { KIND_NAMES } from '../../../model/kinds.ts';
import type { RelationshipType } from '../../../model/relationships.ts';
import type { Span, Text } from '../../text/text.ts';
import { type Mention, WINDOWS, type Window } from '../vocabulary.ts';
import { type TokenSpan, type Tokens, tokensIn } from './tokens.ts';

/** A place where a relationship may be stated. */
export interface PairPlace {
  readonly type: RelationshipType;
  readonly subjectMention: Mention;
  readonly objectMention: Mention;
  readonly window: Window;
}

/** How many whole numbers tell the pair model where two mentions are. */
export const ROW = 10;
/** Buckets of distances for each order of the two. */
const DISTANCES = 12;
const BUCKETS_PER_DOUBLING = 1.6;

function distanceOf(subject: TokenSpan, object: TokenSpan): number {
  const tokens = Math.abs(subject.from - object.from);
  const bucket = Math.min(DISTANCES - 1, Math.floor(Math.log2(1 + tokens) * BUCKETS_PER_DOUBLING));
  return subject.from < object.from ? bucket : DISTANCES + bucket;
}

/**
 * @returns a function that gives a place's row: first and last token of the subject and of the
 *   object, the tokens between them and those of their sentences (half-open), both kinds as one
 *   number, window and distance as one number. Null where a mention has no token
 */
export function pairRows(
  text: Text,
  tokens: Tokens,
): (place: PairPlace) => readonly number[] | null {
  const known = new Map<Span, TokenSpan | null>();
  const tokensOf = (span: Span) => {
    let found = known.get(span);
    if (found === undefined) {
      found = tokensIn(tokens, span);
      known.set(span, found);
    }
    return found;
  };
  return ({ subjectMention, objectMention, window }) => {
    const subject = tokensOf(subjectMention);
    const object = tokensOf(objectMention);
    const [one, other] = [subjectMention, objectMention].map(({ sentence }) =>
      tokensOf(text.sentences[sentence]!),
    );
    if (!subject || !object || !one || !other) return null;
    const from = Math.min(subject.to, object.to);
    return [
      subject.from,
      subject.to - 1,
      object.from,
      object.to - 1,
      from,
      Math.max(from, subject.from, object.from),
      Math.min(one.from, other.from),
      Math.max(one.to, other.to),
      KIND_NAMES.indexOf(subjectMention.kind) * KIND_NAMES.length +
        KIND_NAMES.indexOf(objectMention.kind),
      WINDOWS.indexOf(window) * 2 * DISTANCES + distanceOf(subject, object),
    ];
  };
}
