import type { Gold, GoldEntity } from '../labels/gold.ts';
import { note, type Tally } from './counts.ts';
import { type Match, overlapOf } from './match.ts';

/** Mentions at exactly the labelled span, and how many of them lead to the right entity. */
export interface Links {
  right: number;
  all: number;
}

export interface MentionScore {
  /** By kind; exact spans. */
  readonly mentions: Tally;
  readonly links: Links;
  /** Links of persons named by a single word. */
  readonly surnames: Links;
  /** For each node, the labelled things of its mentions. */
  readonly things: ReadonlyMap<string, ReadonlySet<string>>;
}

const keyOf = (type: string, { start, end }: { start: number; end: number }) =>
  `${type} ${start}-${end}`;

/** Scores the mentions of one document. Those in furniture and of optional entities are ignored. */
export function scoreMentions({ found, goldOf }: Match, raw: string, gold: Gold): MentionScore {
  const mentions: Tally = new Map();
  const links = { right: 0, all: 0 };
  const surnames = { right: 0, all: 0 };
  const things = new Map<string, Set<string>>();
  const labelled = new Map<string, { entity: GoldEntity; required: boolean }>();
  for (const entity of gold.entities)
    for (const mention of entity.mentions)
      labelled.set(keyOf(entity.type, mention), {
        entity,
        required: !entity.optional && !mention.boilerplate,
      });

  const seen = new Set<string>();
  for (const { node, mentions: own } of found)
    for (const mention of own) {
      const key = keyOf(node.type, mention);
      const hit = labelled.get(key);
      if (hit) things.set(node.id, (things.get(node.id) ?? new Set()).add(hit.entity.canonicalId));
      if (seen.has(key)) continue;
      seen.add(key);
      const owner = goldOf.get(node.id);
      if (hit?.required) {
        const right = Number(owner?.id === hit.entity.id);
        const surname = node.type === 'Person' && !/\s/.test(raw.slice(mention.start, mention.end));
        for (const count of surname ? [links, surnames] : [links]) {
          count.all++;
          count.right += right;
        }
        note(mentions, node.type, 'right');
      } else if (!hit && !owner?.optional) {
        const furniture = owner && gold.boilerplate.some((span) => overlapOf(span, mention) > 0);
        if (!furniture) note(mentions, node.type, 'wrong');
      }
    }
  for (const [key, { entity, required }] of labelled)
    if (required && !seen.has(key)) note(mentions, entity.type, 'missed');
  return { mentions, links, surnames, things };
}
