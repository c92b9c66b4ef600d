import type { Groups } from '../groups.ts';
import type { Blocks } from './blocks/blocks.ts';
import { bearerKeys, isLoneName } from './blocks/keys.ts';
import { asInLexicon, MARGIN } from './compare.ts';
import { anyAlike, comparePersons, partsOf, reasonsOfNames } from './compare-person.ts';
import { reasonOf, scoreOf } from './features.ts';
import { yearsBetween } from './offices.ts';
import type { Comparison, Reason, Unit } from './unit.ts';

/** Factor of documents by which one bearer must lead to be meant without further words. */
const FAR_BETTER_KNOWN = 8;
/** Years around a term in which a holder is written with the office. */
const IN_OFFICE_YEARS = 1;

const spanOf = (days: readonly (string | null)[]): [string | null, string | null] => {
  const known = days.filter((day) => day !== null).sort();
  return [known[0] ?? null, known.at(-1) ?? null];
};

/** The units of one person merged into one profile. */
function profileOf(units: readonly Unit[]): Unit {
  const [one] = units;
  if (units.length === 1) return one!;
  const [first, last] = spanOf(units.flatMap((unit) => [unit.first, unit.last]));
  return {
    ...one!,
    names: [...new Set(units.flatMap(({ names }) => names))],
    known: units.some(({ known }) => known),
    countries: [...new Set(units.flatMap(({ countries }) => countries))].sort(),
    offices: units.flatMap(({ offices }) => offices),
    first,
    last,
    documents: units.reduce((sum, { documents }) => sum + documents, 0),
  };
}

export interface Bearers {
  /** The best-fitting full name; null where nobody has the name. */
  readonly best: Comparison | null;
  /** Other full names that fit about as well. */
  readonly others: readonly Comparison[];
}

/** A person who may be meant, and whether nobody else of the name is known as well. */
interface Bearer {
  readonly unit: Unit;
  readonly sole: boolean;
  /** What the names say, by whether the lone name is the left one of the two. */
  readonly names: Map<boolean, readonly Reason[]>;
}

const keyOf = ({ title, country }: Unit['offices'][number]) => `${title} ${country}`;

/** The most documents in which anybody holds each office. */
function officesOf(people: readonly Unit[]): ReadonlyMap<string, number> {
  const inOffice = new Map<string, number>();
  for (const { offices } of people)
    for (const office of offices) {
      const key = keyOf(office);
      inOffice.set(key, Math.max(inOffice.get(key) ?? 0, office.documents));
    }
  return inOffice;
}

/** Drops offices that another holds in many more documents: those are mistakes. */
function withOwnOffices(bearer: Unit, most: ReadonlyMap<string, number>): Unit {
  const offices = bearer.offices.filter(
    (office) => office.documents * FAR_BETTER_KNOWN > most.get(keyOf(office))!,
  );
  return offices.length < bearer.offices.length ? { ...bearer, offices } : bearer;
}

/** People with full names, by the words that a lone name may share with them. */
export class LoneNames {
  readonly #held: Blocks;
  readonly #groups: Pick<Groups, 'find' | 'membersOf'>;
  readonly #unitOf: (id: string) => Unit;
  readonly #profiles = new Map<string, Unit>();
  readonly #people = new Map<string, readonly Unit[]>();
  /** The bearers of some spellings and keys, which many have who are meant by them. */
  readonly #bearers = new Map<string, readonly Bearer[]>();

  /** @param groups as they are before any lone name joins one */
  constructor(
    held: Blocks,
    groups: Pick<Groups, 'find' | 'membersOf'>,
    unitOf: (id: string) => Unit,
  ) {
    this.#held = held;
    this.#groups = groups;
    this.#unitOf = unitOf;
  }

  #profileOf(group: string): Unit {
    const known = this.#profiles.get(group);
    if (known) return known;
    const members = [...this.#groups.membersOf(group)].sort().map(this.#unitOf);
    const profile = profileOf(members.filter((unit) => !isLoneName(unit)));
    this.#profiles.set(group, profile);
    return profile;
  }

  #peopleOf(key: string): readonly Unit[] {
    const known = this.#people.get(key);
    if (known) return known;
    const groups = new Set(this.#held.of('Person', key).map(({ id }) => this.#groups.find(id)));
    const people = [...groups].map((group) => this.#profileOf(group));
    this.#people.set(key, people);
    return people;
  }

  #findBearers(unit: Unit, keys: readonly string[]): Bearer[] {
    const people = new Set(keys.flatMap((key) => this.#peopleOf(key)));
    const own = partsOf(unit);
    // Those who only share the sound of a key are not compared: it is not their name.
    const alike = [...people].filter((one) => anyAlike(own, partsOf(one)));
    const [most, second] = [...alike].sort((a, b) => b.documents - a.documents);
    const inOffice = officesOf(alike);
    return alike.map((bearer) => {
      const others = (bearer.documents === most!.documents ? second : most)?.documents ?? 0;
      return {
        unit: withOwnOffices(bearer, inOffice),
        sole: others * FAR_BETTER_KNOWN <= bearer.documents,
        names: new Map(),
      };
    });
  }

  #bearersBy(unit: Unit): readonly Bearer[] {
    const keys = bearerKeys(unit);
    const asked = [...unit.names, ...keys].join('\n');
    const bearers = this.#bearers.get(asked) ?? this.#findBearers(unit, keys);
    this.#bearers.set(asked, bearers);
    return bearers;
  }

  #inOffice(unit: Unit, { offices }: Unit): boolean {
    return offices.some((office) => {
      const years = yearsBetween(unit, office);
      return years !== null && years <= IN_OFFICE_YEARS;
    });
  }

  /** Compares a unit with a bearer; what the names say is the same for all units of these names. */
  #compare(unit: Unit, bearer: Unit, names: Bearer['names']): Comparison {
    const isLeft = unit.id < bearer.id;
    const [left, right] = isLeft ? [unit, bearer] : [bearer, unit];
    const said = names.get(isLeft) ?? reasonsOfNames(left, right);
    names.set(isLeft, said);
    return asInLexicon(comparePersons(left, right, said), left, right);
  }

  /** Compares a unit without an office with a bearer who holds one. */
  #withoutOffice(unit: Unit, { unit: bearer, sole, names }: Bearer): Comparison {
    const compared = this.#compare(unit, bearer, names);
    const { left, right } = compared;
    if (unit.offices.length > 0 || bearer.offices.length === 0) return compared;
    const [office] = bearer.offices;
    const level = sole && this.#inOffice(unit, bearer) ? 'sole' : 'unknown';
    // An equal given name is shown for review; a surname alone is not.
    if (level === 'unknown' && compared.reasons.some(({ feature }) => feature === 'given'))
      return compared;
    const reasons = [
      ...compared.reasons,
      reasonOf('Person', 'office', level, {
        left: unit.names[0] ?? null,
        right: `${bearer.names[0]}, ${office!.title}`,
      }),
    ];
    return { left, right, score: scoreOf(reasons), reasons };
  }

  /** The people that a lone name may denote. */
  bearersOf(unit: Unit): Bearers {
    const [best, ...others] = this.#bearersBy(unit)
      .map((bearer) => {
        const { score, reasons } = this.#withoutOffice(unit, bearer);
        return { left: unit.id, right: bearer.unit.id, score, reasons };
      })
      .sort((a, b) => b.score - a.score || (a.right < b.right ? -1 : 1));
    if (best === undefined) return { best: null, others: [] };
    return { best, others: others.filter(({ score }) => best.score - score < MARGIN) };
  }
}
