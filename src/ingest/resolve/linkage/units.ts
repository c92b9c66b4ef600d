import { grouped } from '../../../grouped.ts';
import { kindOf } from '../../../model/ids.ts';
import type { EntityKind } from '../../../model/kinds.ts';
import { isForeign } from './names/romanise.ts';
import { officeOf } from './offices.ts';
import type { Office, Unit } from './unit.ts';

/** How some documents name a local entity. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The reason for its id. */
  readonly because: string;
  readonly sort: string | null;
  readonly country: string | null;
  readonly designation: string | null;
  readonly documents: number;
  /** Days of the first and last of these documents. */
  readonly first: string | null;
  readonly last: string | null;
}

/** An office that some documents give a person. */
export interface OfficeRow {
  /** Local id of the person. */
  readonly id: string;
  readonly title: string | null;
  /** Id of the country or organisation. */
  readonly of: string;
  readonly documents: number;
  readonly first: string | null;
  readonly last: string | null;
}

const COUNTRY = 'country:';
/** A country given by fewer than one in this many documents is taken for an extraction error. */
const MISTAKEN = 5;
const NAMES_MAX = 8;

/** Values by number of documents, most first, then in text order. */
function byCount(values: Iterable<readonly [string | null, number]>): [string, number][] {
  const counts = new Map<string, number>();
  for (const [value, count] of values)
    if (value) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

const dominant = (counts: readonly [string, number][]) =>
  counts.filter(([, count]) => count * MISTAKEN >= counts[0]![1]).map(([value]) => value);

function officesIn(rows: readonly OfficeRow[]): Office[] {
  const byKey = new Map<string, Office>();
  for (const { title, of, documents, first, last } of rows) {
    const country = of.startsWith(COUNTRY) ? of.slice(COUNTRY.length) : of;
    const key = officeOf(title ?? '');
    if (key === '') continue;
    const before = byKey.get(`${key} ${country}`);
    const days = [first, last, before?.first ?? null, before?.last ?? null]
      .filter((day) => day !== null)
      .sort();
    byKey.set(`${key} ${country}`, {
      title: key,
      country,
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      documents: documents + (before?.documents ?? 0),
    });
  }
  return [...byKey]
    .sort(([a, x], [b, y]) => y.documents - x.documents || (a < b ? -1 : 1))
    .map(([, office]) => office);
}

const words = (name: string) => name.split(' ').length;

/** Spellings, full names first; of a person's aliases only those in another script. */
function namesIn(kind: EntityKind, rows: readonly NamedRow[]): string[] {
  const names = byCount(rows.map(({ name, documents }) => [name, documents] as const));
  const called = names.map(([name]) => name);
  const aliases = byCount(
    rows.flatMap(({ aliases: some, documents }) =>
      some.map((alias) => [alias, documents] as const),
    ),
  ).map(([alias]) => alias);
  const full = called.filter((name) => words(name) > 1);
  const own = kind === 'Person' && full.length > 0 ? full : called;
  const others = kind === 'Person' ? aliases.filter(isForeign) : aliases;
  return [...new Set([...own, ...others])].slice(0, NAMES_MAX);
}

/** Makes one unit of all rows of an id. */
function unitOf(id: string, rows: readonly NamedRow[], offices: readonly OfficeRow[]): Unit {
  const kind = kindOf(id);
  const days = rows.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
  days.sort();
  const codes = offices
    .filter(({ of }) => of.startsWith(COUNTRY))
    .map(({ of, documents }) => [of.slice(COUNTRY.length), documents] as const);
  const own = rows.map(({ country, documents }) => [country, documents] as const);
  const most = (property: 'sort' | 'designation') =>
    byCount(rows.map((row) => [row[property], row.documents] as const))[0]?.[0] ?? null;
  const countries = byCount(kind === 'Person' ? codes : own);
  return {
    id,
    kind,
    names: namesIn(kind, rows),
    local: rows.every(({ because }) => because.endsWith('kept within its document')),
    known: rows.some(({ because }) => because === 'lexicon'),
    countries: (countries.length > 0 ? dominant(countries) : []).sort(),
    offices: officesIn(offices),
    sort: most('sort'),
    designation: most('designation'),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    documents: rows.reduce((sum, { documents }) => sum + documents, 0),
  };
}

/** Makes the units of some rows, ordered by id; all rows of an id must be given. */
export function unitsOf(named: readonly NamedRow[], offices: readonly OfficeRow[]): Unit[] {
  const held = grouped(offices, ({ id }) => id);
  return [...grouped(named, ({ id }) => id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => unitOf(id, own, held.get(id) ?? []));
}
