import { AlikeNames } from './alike-names.ts';
import { blocksOf } from './blocks.ts';
import { asInLexicon, MARGIN } from './compare.ts';
import { anyAlike, comparePersons, partsOf, reasonsOfNames } from './compare-person.ts';
import { reasonOf, scoreOf } from './features.ts';
import { bearerKeys, heldKeys } from './keys.ts';
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

/** People who share a key, and what they are compared with: the best known ones and their offices. */
interface Block {
  readonly people: ReadonlySet<Unit>;
  /** The two who are named in the most documents. */
  readonly best: readonly Unit[];
  /** The most documents in which anybody holds an office. */
  readonly inOffice: ReadonlyMap<string, number>;
}

const twoBest = (people: Iterable<Unit>): Unit[] =>
  [...people].sort((a, b) => b.documents - a.documents).slice(0, 2);

function blockOf(people: readonly Unit[]): Block {
  const inOffice = new Map<string, number>();
  for (const { offices } of people)
    for (const office of offices) {
      const key = keyOf(office);
      inOffice.set(key, Math.max(inOffice.get(key) ?? 0, office.documents));
    }
  return { people: new Set(people), best: twoBest(people), inOffice };
}

/** Drops offices that another of the blocks holds in many more documents: those are mistakes. */
function withOwnOffices(bearer: Unit, blocks: readonly Block[]): Unit {
  const offices = bearer.offices.filter((office) => {
    const key = keyOf(office);
    const most = Math.max(...blocks.map(({ inOffice }) => inOffice.get(key) ?? 0));
    return office.documents * FAR_BETTER_KNOWN > most;
  });
  return offices.length < bearer.offices.length ? { ...bearer, offices } : bearer;
}

/** People with full names, by the words that a lone name may share with them. */
export class LoneNames {
  readonly #byKey: ReadonlyMap<string, readonly Unit[]>;
  readonly #profiles: ReadonlyMap<string, Unit>;
  /** The groups before any lone name joined one. */
  readonly #groupOf: ReadonlyMap<string, string>;
  readonly #alike: AlikeNames;
  readonly #blocks = new Map<string, Block>();
  /** The bearers of some spellings, which many people have who are meant by them. */
  readonly #bearers = new Map<string, readonly Bearer[]>();

  /** @param groupOf gives the group of a unit */
  constructor(full: readonly Unit[], groupOf: (id: string) => string) {
    const people = full.filter(({ kind }) => kind === 'Person');
    this.#groupOf = new Map(people.map(({ id }) => [id, groupOf(id)]));
    this.#byKey = blocksOf(people, heldKeys);
    this.#profiles = new Map(
      [...blocksOf(people, ({ id }) => [this.#groupOf.get(id)!])].map(([group, units]) => [
        group,
        profileOf(units),
      ]),
    );
    this.#alike = new AlikeNames([...this.#profiles.values()]);
  }

  #blockOf(key: string): Block {
    const known = this.#blocks.get(key);
    if (known) return known;
    const groups = new Set((this.#byKey.get(key) ?? []).map(({ id }) => this.#groupOf.get(id)!));
    const block = blockOf([...groups].map((group) => this.#profiles.get(group)!));
    this.#blocks.set(key, block);
    return block;
  }

  #findBearers(unit: Unit): Bearer[] {
    const blocks = bearerKeys(unit).map((key) => this.#blockOf(key));
    const [most, second] = twoBest(new Set(blocks.flatMap(({ best }) => best)));
    const own = partsOf(unit);
    const alike = [...this.#alike.of(own)].filter(
      (one) => blocks.some(({ people }) => people.has(one)) && anyAlike(own, partsOf(one)),
    );
    return alike.map((bearer) => {
      const others = (bearer.documents === most!.documents ? second : most)?.documents ?? 0;
      return {
        unit: withOwnOffices(bearer, blocks),
        sole: others * FAR_BETTER_KNOWN <= bearer.documents,
        names: new Map(),
      };
    });
  }

  #bearersBy(unit: Unit): readonly Bearer[] {
    const key = unit.names.join('\n');
    const bearers = this.#bearers.get(key) ?? this.#findBearers(unit);
    this.#bearers.set(key, bearers);
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
