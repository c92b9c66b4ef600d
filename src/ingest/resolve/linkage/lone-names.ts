import { blockKeys, blocksOf } from './blocks.ts';
import { compareUnits, MARGIN } from './compare.ts';
import { mayBeOnePerson } from './compare-person.ts';
import { reasonOf, scoreOf } from './features.ts';
import { yearsBetween } from './offices.ts';
import type { Comparison, Unit } from './unit.ts';

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
}

/** Drops offices that another bearer holds in many more documents: those are mistakes. */
function withOwnOffices(bearers: readonly Unit[]): Unit[] {
  const most = new Map<string, number>();
  const keyOf = ({ title, country }: Unit['offices'][number]) => `${title} ${country}`;
  for (const { offices } of bearers)
    for (const office of offices)
      most.set(keyOf(office), Math.max(most.get(keyOf(office)) ?? 0, office.documents));
  return bearers.map((bearer) => {
    const offices = bearer.offices.filter(
      (office) => office.documents * FAR_BETTER_KNOWN > most.get(keyOf(office))!,
    );
    return offices.length < bearer.offices.length ? { ...bearer, offices } : bearer;
  });
}

/** People with full names, by the words that a lone name may share with them. */
export class LoneNames {
  readonly #byKey: ReadonlyMap<string, readonly Unit[]>;
  readonly #profiles: ReadonlyMap<string, Unit>;
  /** The groups before any lone name joined one. */
  readonly #groupOf: ReadonlyMap<string, string>;
  /** The bearers of some spellings, which many people have who are meant by them. */
  readonly #bearers = new Map<string, readonly Bearer[]>();

  /** @param groupOf gives the group of a unit */
  constructor(full: readonly Unit[], groupOf: (id: string) => string) {
    const people = full.filter(({ kind }) => kind === 'Person');
    this.#groupOf = new Map(people.map(({ id }) => [id, groupOf(id)]));
    this.#byKey = blocksOf(people, blockKeys);
    this.#profiles = new Map(
      [...blocksOf(people, ({ id }) => [this.#groupOf.get(id)!])].map(([group, units]) => [
        group,
        profileOf(units),
      ]),
    );
  }

  #findBearers(unit: Unit): Bearer[] {
    const groups = new Set(
      blockKeys(unit).flatMap((key) =>
        (this.#byKey.get(key) ?? []).map(({ id }) => this.#groupOf.get(id)!),
      ),
    );
    const units = withOwnOffices([...groups].sort().map((group) => this.#profiles.get(group)!));
    const [most = 0, second = 0] = units.map(({ documents }) => documents).sort((a, b) => b - a);
    return units
      .filter((bearer) => mayBeOnePerson(unit, bearer))
      .map((bearer) => {
        const others = bearer.documents === most ? second : most;
        return { unit: bearer, sole: others * FAR_BETTER_KNOWN <= bearer.documents };
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

  /** Compares a unit without an office with a bearer who holds one. */
  #withoutOffice(unit: Unit, { unit: bearer, sole }: Bearer): Comparison {
    const compared = compareUnits(unit, bearer);
    const [, right] = [compared.left, compared.right];
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
    return { left: compared.left, right, score: scoreOf(reasons), reasons };
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
