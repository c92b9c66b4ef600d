import type { Gold, GoldEntity } from '../labels/gold.ts';
import { note, type Tally } from './counts.ts';
import { type Found, formsOf, type Match, overlapOf, sameSpan } from './match.ts';
import { nameForm, readValue, valuesAgree } from './values.ts';

export interface EntityScore {
  readonly lenient: Tally;
  /** Requires in addition a valid name, an exact mention, and the right `kind`. */
  readonly strict: Tally;
  /** By `Kind.property`, over matched entities. */
  readonly attributes: Tally;
}

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Organisation: ['kind'],
  Country: ['iso2'],
  Agreement: ['kind', 'durationYears', 'signedOn'],
  WeaponSystem: ['designation'],
  ArmsSale: ['approvedOn', 'valueUsd', 'status'],
  Event: ['kind', 'startsOn', 'endsOn'],
};
/** Labels may lack these where a document does not state them; a further value is no error. */
const MAY_BE_UNLABELLED = new Set(['designation', 'kind', 'status', 'signedOn', 'approvedOn']);

function isStrict({ node, mentions }: Found, gold: GoldEntity): boolean {
  const named = gold.unnamed || formsOf(gold).includes(nameForm(node.type, node.name));
  const placed = mentions.some((mention) =>
    gold.mentions.some((labelled) =>
      gold.unnamed ? overlapOf(mention, labelled) > 0 : sameSpan(mention, labelled),
    ),
  );
  return named && placed && (!gold.attrs.kind || node.props.kind === gold.attrs.kind);
}

/** Counts whether a labelled value was found and right, and returns whether it was. */
export function noteValue(
  tally: Tally,
  key: string,
  property: string,
  labelled: string | number,
  found: string | number | null,
): boolean {
  const agree = found !== null && valuesAgree(property, labelled, found);
  if (agree) note(tally, key, 'right');
  else if (found === null) note(tally, key, 'missed');
  else note(tally, key, 'wrong', 'missed');
  return agree;
}

function noteAttributes(tally: Tally, { node }: Found, gold: GoldEntity): void {
  for (const property of ATTRIBUTES[node.type] ?? []) {
    const key = `${node.type}.${property}`;
    const labelled = readValue(gold.attrs, property);
    const found = readValue(node.props, property);
    if (labelled !== null) noteValue(tally, key, property, labelled, found);
    else if (found !== null && !MAY_BE_UNLABELLED.has(property)) note(tally, key, 'wrong');
  }
}

/** Scores a document's entities: optional ones are ignored, duplicates wrong if strict. */
export function scoreEntities({ found, goldOf, duplicates }: Match, gold: Gold): EntityScore {
  const score: EntityScore = { lenient: new Map(), strict: new Map(), attributes: new Map() };
  const { lenient, strict, attributes } = score;
  for (const one of found) {
    const { id, type } = one.node;
    const labelled = goldOf.get(id);
    if (!labelled) {
      note(lenient, type, 'wrong');
      note(strict, type, 'wrong');
    } else if (labelled.optional) continue;
    else if (duplicates.has(id)) note(strict, type, 'wrong');
    else {
      note(lenient, type, 'right');
      if (isStrict(one, labelled)) note(strict, type, 'right');
      else note(strict, type, 'wrong', 'missed');
      noteAttributes(attributes, one, labelled);
    }
  }
  const met = new Set([...goldOf.values()].map(({ id }) => id));
  for (const { id, type, optional } of gold.entities)
    if (!optional && !met.has(id)) {
      note(lenient, type, 'missed');
      note(strict, type, 'missed');
    }
  return score;
}
