import type { EntityKind } from '../../../../model/kinds.ts';
import { remembered } from '../../../../remembered.ts';
import { before, inside, type Span } from '../../../text/text.ts';
import type { Entity } from '../../vocabulary.ts';
import type { Candidate } from '../candidates.ts';
import { hash, hashOn } from '../model/scorers.ts';
import type { Context } from './context.ts';

/** Greatest distance of a title's owner behind it, in UTF-16 units. */
const NEAR = 40;
/** Greatest gap between an owner and the title behind it: "India's Defence Minister". */
const GAP_MAX = 4;
/** Mentions that begin farther than this before a title are skipped, in UTF-16 units. */
const FAR = 510;
const RANK_MAX = 4;

const TITLED = hash('titled=');
const OWNER = {
  this: hash('title-owner=this'),
  before: hash('title-owner=before'),
  no: hash('title-owner=no'),
};
const [IN_TITLE, NEAR_TITLE, HAS_TITLE] = [
  hash('to-in-title'),
  hash('to-near-title'),
  hash('from-has-title'),
];

/** Hashes of one title's features, some of them prefixes. */
interface Title {
  readonly words: number;
  readonly lastWord: number;
  readonly holds: readonly number[];
}

function readTitle(title: Span, { text, entities }: Context): Title {
  const words = text.clean
    .slice(title.start, title.end)
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .trim()
    .split(/\s+/);
  const holds = (kind: EntityKind) =>
    entities.some(
      (entity) => entity.kind === kind && entity.mentions.some((mention) => inside(mention, title)),
    );
  return {
    words: hash(`title=${words.slice(-3).join(' ')}>`),
    lastWord: hash(`title-word=${words.at(-1)}>`),
    holds: [
      hash(`title-holds-country=${holds('Country')}`),
      hash(`title-holds-organisation=${holds('Organisation')}`),
    ],
  };
}

function ownerOf(title: Span, { mentions }: Entity): number {
  let owner = OWNER.no;
  // Mentions are in ascending order; those far before the title are skipped.
  for (let at = before(mentions, title.start - FAR); at < mentions.length; at++) {
    const mention = mentions[at]!;
    if (mention.start > title.end) break;
    if (inside(mention, title)) return OWNER.this;
    if (mention.end <= title.start && title.start - mention.end < GAP_MAX) owner = OWNER.before;
  }
  return owner;
}

/** Number of countries that are named more often than this one, at most `RANK_MAX`. */
function rankOf({ mentions }: Entity, entities: readonly Entity[]): number {
  let rank = 0;
  for (const other of entities)
    if (other.kind === 'Country' && other.mentions.length > mentions.length) rank++;
  return Math.min(RANK_MAX, rank);
}

/** @returns a function that computes the features of a person's title and the other end */
export function titleFeaturesOf(
  context: Context,
): (
  candidate: Pick<Candidate, 'subjectMention' | 'objectMention' | 'subject' | 'object'>,
) => number[] {
  const titleAt = remembered((title: Span) => readTitle(title, context));
  const rank = remembered((country: Entity) =>
    hash(`to-rank=${rankOf(country, context.entities)}`),
  );
  return ({ subjectMention, objectMention, subject, object }) => {
    if (subject.kind !== 'Person') return [];
    const features = [hashOn(TITLED, subjectMention.title ? subjectMention.rule : 'no')];
    if (subjectMention.title && inside(objectMention, subjectMention.title))
      features.push(IN_TITLE);
    else if (
      subjectMention.title &&
      objectMention.start >= subjectMention.title.start - NEAR &&
      objectMention.end <= subjectMention.title.end + NEAR
    )
      features.push(NEAR_TITLE);
    const title = subjectMention.title ?? subject.mentions.find((mention) => mention.title)?.title;
    if (title) {
      const { words, lastWord, holds } = titleAt(title);
      const holder = object.kind === 'Country' ? String(object.properties.iso2) : object.kind;
      features.push(
        HAS_TITLE,
        hashOn(words, holder),
        hashOn(lastWord, holder),
        ...holds,
        ownerOf(title, object),
      );
    }
    if (object.kind === 'Country') features.push(rank(object));
    return features;
  };
}
