import { keyOf } from '../../../lexicon/name-key.ts';
import type { Entity } from '../../vocabulary.ts';
import { hash } from '../model/scorers.ts';

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

const answers = (name: string) => ({
  yes: hash(`${name}=yes`),
  no: hash(`${name}=no`),
  unknown: hash(`${name}=unknown`),
});
const BACKGROUND = answers('background');
const COMPATRIOTS = answers('compatriots');
const MAKER = answers('maker');

const answer = (of: typeof MAKER, known: boolean, holds: boolean) =>
  known ? (holds ? of.yes : of.no) : of.unknown;

/**
 * Features from the lexicons' knowledge of two entities: an official's country, a system's makers,
 * a treaty's parties; as hashes of their names.
 */
export function backgroundFeatures(from: Entity, to: Entity): number[] {
  const features: number[] = [];
  const mine = from.background?.countries ?? [];
  const theirs = to.background?.countries ?? [];
  if (from.kind === 'Country' || to.kind === 'Country') {
    const [country, countries] = to.kind === 'Country' ? [to, mine] : [from, theirs];
    const holds = countries.includes(String(country.properties.iso2));
    features.push(answer(BACKGROUND, countries.length > 0, holds));
  } else {
    const both = mine.length > 0 && theirs.length > 0;
    features.push(
      answer(
        COMPATRIOTS,
        both,
        mine.some((one) => theirs.includes(one)),
      ),
    );
  }
  if (from.kind === 'Organisation' && to.kind === 'WeaponSystem') {
    const makers = to.background?.makers ?? [];
    features.push(answer(MAKER, makers.length > 0, makers.length > 0 && makes(from, makers)));
  }
  return features;
}
