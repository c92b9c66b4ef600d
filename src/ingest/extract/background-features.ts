import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import { keyOf } from './key.ts';
import { type Entity, inside, type Mention } from './terms.ts';

const SUFFIX =
  / (?:inc|corp|corporation|ltd|limited|llc|co|company|plc|gmbh|ag|ab|sa|group|defence|systems)$/;
const stemOf = (name: string) => keyOf(name).replace(SUFFIX, '');

function makes({ name, aliases }: Entity, makers: readonly string[]): boolean {
  const names = [name, ...aliases].map(stemOf);
  return makers
    .map(stemOf)
    .some((maker) =>
      names.some(
        (one) => one === maker || maker.startsWith(`${one} `) || one.startsWith(`${maker} `),
      ),
    );
}

const answer = (known: boolean, holds: boolean) => (known ? (holds ? 'yes' : 'no') : 'unknown');

/** An official's country, a system's makers, whom a treaty binds. */
function known(from: Entity, to: Entity): string[] {
  const features: string[] = [];
  const mine = from.background?.countries ?? [];
  const theirs = to.background?.countries ?? [];
  if (from.kind === 'Country' || to.kind === 'Country') {
    const [country, countries] = to.kind === 'Country' ? [to, mine] : [from, theirs];
    const holds = countries.includes(String(country.properties.iso2));
    features.push(`background=${answer(countries.length > 0, holds)}`);
  } else {
    const both = mine.length > 0 && theirs.length > 0;
    features.push(
      `compatriots=${answer(
        both,
        mine.some((one) => theirs.includes(one)),
      )}`,
    );
  }
  if (from.kind === 'Organisation' && to.kind === 'WeaponSystem') {
    const makers = to.background?.makers ?? [];
    features.push(`maker=${answer(makers.length > 0, makes(from, makers))}`);
  }
  return features;
}

/** In whose name a mention stands: "Indian" in "Indian Navy". */
function holderOf(mention: Mention, { bySentence }: Context): string {
  for (const [outer, entity] of bySentence[mention.sentence]!)
    if (outer !== mention && !outer.reference && inside(mention, outer)) return entity.kind;
  return 'none';
}

/** What the lexicons know of both ends, and in whose names countries stand. */
export function backgroundFeatures(
  { a, b, from, to }: Pick<Candidate, 'a' | 'b' | 'from' | 'to'>,
  context: Context,
): string[] {
  const features = known(from, to);
  if (from.kind === 'Country') features.push(`a-in=${holderOf(a, context)}`);
  if (to.kind === 'Country') features.push(`b-in=${holderOf(b, context)}`);
  return features;
}
