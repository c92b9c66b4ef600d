import { TITLE_NOUNS } from '../../lexicon/words.ts';
import { before, overlap, type Span } from '../../text/text.ts';
import type { Document } from '../document.ts';
import type { Entity, MentionRule } from '../vocabulary.ts';
import { wordsOf } from './nearby-dates.ts';

const holdsOffice = (words: string) =>
  words
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => TITLE_NOUNS.has(word));

/** Whether one of the mentions overlaps a span, or begins close behind it: "fellow at the Fjord Institute". */
const names = ({ mentions }: Entity, { start, end }: Span): boolean => {
  for (let at = Math.max(0, before(mentions, start) - 1); at < mentions.length; at++) {
    const mention = mentions[at]!;
    if (mention.start >= end) return false;
    if (overlap(mention, { start, end }) > 0) return true;
  }
  return false;
};

/** The body that an office is of, behind it. */
const OF_BODY = /^ (?:at|of|for|with) (?:the )?$/;
const NEAR = 12;
const namedBehind = (document: Document, { mentions }: Entity, { end }: Span): boolean => {
  const next = mentions[before(mentions, end)];
  return (
    next !== undefined &&
    next.start - end <= NEAR &&
    OF_BODY.test(wordsOf(document, { start: end, end: next.start }))
  );
};

const COMPLEMENT = /\b(?:to|of|for|on)\b/i;

/**
 * Of two offices that "and" joins the one at this body or state: "a former Navy analyst and senior fellow
 * at the Fjord Institute" is its senior fellow. "President and CEO" is one office.
 */
export function ownOffice(document: Document, title: Span, object: Entity): Span {
  const words = wordsOf(document, title);
  for (const { index, 0: and } of words.matchAll(/,? (?:and|&) (?:an? |the )?/g)) {
    const left = { start: title.start, end: title.start + index };
    const right = { start: left.end + and.length, end: title.end };
    const [first, second] = [wordsOf(document, left), wordsOf(document, right)];
    if (!holdsOffice(first) || !holdsOffice(second)) continue;
    const isLeft = names(object, left);
    const isRight = names(object, right) || namedBehind(document, object, right);
    const isOfAnother = () =>
      document.entities.some(
        (other) =>
          other.id !== object.id &&
          (other.kind === 'Organisation' || other.kind === 'Country') &&
          names(other, left),
      );
    if (isRight && !isLeft && isOfAnother()) return right;
    if (isLeft && !isRight && COMPLEMENT.test(second)) return left;
  }
  return title;
}

const PART = String.raw`(?:\p{Lu}[\p{L}&/’-]*|and|&|of|for)`;
/** ", Industrial Partnerships, ", ", Defence and Space at the ": the field of an office, before its body. */
const DEPARTMENT = new RegExp(
  String.raw`^, (\p{Lu}[\p{L}&/’-]*(?: ${PART}){0,5})(?:, | at | of )(?:the )?$`,
  'u',
);
/** The longest such words, in UTF-16 units. */
const DEPARTMENT_MAX = 70;

/** A document with the places of its people. */
interface WithPeople {
  readonly document: Document;
  readonly people: readonly (Span & { readonly rule: MentionRule })[];
}

/** Adds the field of an office that stands behind a comma: "Vice President, Industrial Partnerships, Saab". */
export function withDepartment(
  { document, people }: WithPeople,
  title: Span,
  object: Entity,
): Span {
  const next = object.mentions[before(object.mentions, title.end)];
  if (object.kind !== 'Organisation' || !next || next.start - title.end > DEPARTMENT_MAX)
    return title;
  const between = { start: title.end, end: next.start };
  const department = DEPARTMENT.exec(wordsOf(document, between))?.[1];
  return department === undefined ||
    people.some((person) => person.rule !== 'shape' && overlap(person, between) > 0)
    ? title
    : { start: title.start, end: title.end + 2 + department.length };
}
