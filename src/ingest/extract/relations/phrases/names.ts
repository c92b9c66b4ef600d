import { grouped } from '../../../../grouped.ts';
import type { Text } from '../../../text/text.ts';
import type { Entity, Mention, RelationMention } from '../../vocabulary.ts';
import { type List, listsOf } from '../siblings.ts';

/** A name where it stands. */
export interface Named {
  readonly entity: Entity;
  readonly mention: Mention;
}

type Ends = Pick<RelationMention, 'subject' | 'object' | 'subjectMention' | 'objectMention'>;
/** Two names of a sentence, in their order there, and the words between. */
export type Neighbours = Ends & { readonly words: string };

/** A pair has at most this many names less one between its own. */
const STEPS_MAX = 3;

function neighboursIn({ clean }: Text, entities: readonly Entity[]): Neighbours[] {
  const all = entities
    .flatMap((entity) =>
      entity.mentions.flatMap((mention): Named[] =>
        mention.reference ? [] : [{ entity, mention }],
      ),
    )
    .sort((x, y) => x.mention.start - y.mention.start);
  const found: Neighbours[] = [];
  for (const [at, { entity, mention }] of all.entries())
    for (let step = 1; step <= STEPS_MAX; step++) {
      const next = all[at + step];
      if (next?.mention.sentence !== mention.sentence) continue;
      if (next.mention.start < mention.end || next.entity === entity) continue;
      found.push({
        subject: entity,
        object: next.entity,
        subjectMention: mention,
        objectMention: next.mention,
        words: clean.slice(mention.end, next.mention.start),
      });
    }
  return found;
}

/** The names of a text in the ways in which fixed phrases look at them, found once for all phrases. */
export class Names {
  readonly text: Text;
  /** Pairs of names in a sentence that are adjacent, or have one or two names between them. */
  readonly neighbours: readonly Neighbours[];
  /** For each mention in a list, what stands in it, itself included. */
  readonly lists: ReadonlyMap<Mention, List>;
  readonly people: readonly Named[];
  readonly agreements: readonly Named[];
  readonly statesAndBodies: readonly Named[];
  readonly bodies: readonly Mention[];
  /** The bodies by the number of their sentence. */
  readonly bodiesIn: ReadonlyMap<number, readonly Mention[]>;

  constructor(text: Text, entities: readonly Entity[]) {
    const named = (...kinds: Entity['kind'][]) =>
      entities.flatMap((entity) =>
        kinds.includes(entity.kind)
          ? entity.mentions.map((mention): Named => ({ entity, mention }))
          : [],
      );
    this.text = text;
    this.neighbours = neighboursIn(text, entities);
    this.lists = listsOf(text, entities);
    this.people = named('Person');
    this.agreements = named('Agreement');
    this.statesAndBodies = named('Country', 'Organisation');
    this.bodies = named('Organisation').map(({ mention }) => mention);
    this.bodiesIn = grouped(this.bodies, ({ sentence }) => sentence);
  }
}
