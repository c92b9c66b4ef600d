import { inside } from '../../../text/text.ts';
import type { Entity, Mention } from '../../vocabulary.ts';
import { hash, hashOn } from '../model/scorers.ts';
import { bucket, type Context, neighbours } from './context.ts';
import { hashJoined } from './ngrams.ts';

const PREPOSITION = /^(?:in|at|by|of|to|for|from|with|between|and|on|near|into|under|via|,|\()$/;
const ADJECTIVE = /(?:an|ese|ish|li|qi|ni|ti|di|i|ch|U\.?S\.?)$/;
const NO_ADJECTIVE = /stan$|ran$|wan$|pan$/;

/** Features of one mention alone, as hashes of their names. */
export interface ArgumentFeatures {
  readonly before: number;
  readonly after: number;
  readonly before2: number;
  readonly by: number;
  /** Rule and kind of the mention, and number of mentions. */
  readonly looks: readonly number[];
  /** Kind of the name around it, for a country. */
  readonly holder: number | undefined;
  /** The last preposition shortly before it; `-` where there is none. */
  readonly preposition: string;
}

type Side = 'a' | 'b';

/** Kind of the name that contains a mention: of "Indian Navy" for "Indian". */
function holderOf(mention: Mention, { bySentence }: Context): string {
  for (const [outer, entity] of bySentence[mention.sentence]!)
    if (outer !== mention && !outer.reference && inside(mention, outer)) return entity.kind;
  return 'none';
}

function looksOf(side: Side, mention: Mention, { kind, mentions }: Entity): number[] {
  const looks: number[] = [];
  if (kind === 'Event' || kind === 'Agreement' || kind === 'ArmsSale')
    looks.push(hash(`${side}-head=${mention.text.toLowerCase().split(' ').at(-1)}`));
  if (kind === 'Country') {
    const adjective = ADJECTIVE.test(mention.text) && !NO_ADJECTIVE.test(mention.text);
    looks.push(hash(`${side}-adjective=${adjective}`));
  }
  if (mention.reference) looks.push(hash(`${side}-reference`));
  looks.push(hash(`${side}-mentions=${bucket(mentions.length)}`));
  return looks;
}

function readEnd(side: Side, mention: Mention, entity: Entity, context: Context): ArgumentFeatures {
  const { before, after } = neighbours(context.text.sentences[mention.sentence]!, mention);
  const of = (name: string) => hash(`${side}-${name}=`);
  return {
    before: hashOn(of('before'), before.at(-1)!),
    after: hashOn(of('after'), after[0]!),
    before2: hashJoined(of('before2'), before.slice(-2)),
    by: hashOn(of('by'), mention.rule),
    looks: looksOf(side, mention, entity),
    holder: entity.kind === 'Country' ? hashOn(of('in'), holderOf(mention, context)) : undefined,
    preposition: before.findLast((word) => PREPOSITION.test(word)) ?? '-',
  };
}

/** @returns a function that computes a mention's features as one side of a pair, once each */
export function argumentFeaturesOf(
  context: Context,
  side: Side,
): (mention: Mention, entity: Entity) => ArgumentFeatures {
  const known = new Map<Mention, ArgumentFeatures>();
  return (mention, entity) => {
    let end = known.get(mention);
    if (!end) {
      end = readEnd(side, mention, entity, context);
      known.set(mention, end);
    }
    return end;
  };
}
