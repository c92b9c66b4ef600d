import { blockKeys, blocksOf } from './blocks.ts';
import { compareUnits, MARGIN } from './compare.ts';
import { reasonOf, scoreOf } from './features.ts';
import { yearsBetween } from './offices.ts';
import type { Comparison, Unit } from './unit.ts';

/** Of several bearers of a name, one is meant without a word more who is told of so much more often. */
const FAR_BETTER_KNOWN = 8;
/** Whoever held an office is written with it for so many years. */
const IN_OFFICE_YEARS = 1;

const spanOf = (days: readonly (string | null)[]): [string | null, string | null] => {
  const known = days.filter((day) => day !== null).sort();
  return [known[0] ?? null, known.at(-1) ?? null];
};

/** All that the units of one person tell, as one. */
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
  /** The full name that fits best; null where nobody bears the name. */
  readonly best: Comparison | null;
  /** Others that fit about as well. */
  readonly others: readonly Comparison[];
}

/** People with full names, by the words that a lone name may be of theirs. */
export class LoneNames {
  readonly #byKey: ReadonlyMap<string, readonly Unit[]>;
  readonly #profiles: ReadonlyMap<string, Unit>;
  /** The groups as they were before any lone name followed one. */
  readonly #groupOf: ReadonlyMap<string, string>;

  /** @param groupOf of a unit the group that it is in */
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

  #inOffice(unit: Unit, { offices }: Unit): boolean {
    return offices.some((office) => {
      const years = yearsBetween(unit, office);
      return years !== null && years <= IN_OFFICE_YEARS;
    });
  }

  /** What it says for a bearer of an office that the document gives no office at all. */
  #withoutOffice(unit: Unit, bearer: Unit, bearers: readonly Unit[]): Comparison {
    const compared = compareUnits(unit, bearer);
    const [, right] = [compared.left, compared.right];
    if (unit.offices.length > 0 || bearer.offices.length === 0) return compared;
    const sole = bearers.every(
      (other) => other === bearer || other.documents * FAR_BETTER_KNOWN <= bearer.documents,
    );
    const [office] = bearer.offices;
    const level = sole && this.#inOffice(unit, bearer) ? 'sole' : 'unknown';
    // A given name that agrees is for people to review; a surname alone is nobody's.
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

  /** Bearers without the offices that another of them holds in so many more documents: those are mistakes. */
  #withOwnOffices(bearers: readonly Unit[]): Unit[] {
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

  /** Whom a lone name may stand for. */
  bearersOf(unit: Unit): Bearers {
    const groups = new Set(
      blockKeys(unit).flatMap((key) =>
        (this.#byKey.get(key) ?? []).map(({ id }) => this.#groupOf.get(id)!),
      ),
    );
    const bearers = this.#withOwnOffices(
      [...groups].sort().map((group) => this.#profiles.get(group)!),
    );
    const [best, ...others] = bearers
      .map((bearer) => {
        const { score, reasons } = this.#withoutOffice(unit, bearer, bearers);
        return { left: unit.id, right: bearer.id, score, reasons };
      })
      .sort((a, b) => b.score - a.score || (a.right < b.right ? -1 : 1));
    if (best === undefined) return { best: null, others: [] };
    return { best, others: others.filter(({ score }) => best.score - score < MARGIN) };
  }
}
