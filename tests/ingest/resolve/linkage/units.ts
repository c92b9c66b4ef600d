import type { Unit } from '../../../../src/ingest/resolve/linkage/unit.ts';
import { unitsOf } from '../../../../src/ingest/resolve/linkage/units.ts';
import { entityId } from '../../../../src/model/ids.ts';
import type { EntityKind } from '../../../../src/model/kinds.ts';

/** A unit of one name, told by one document. */
export function unit(
  kind: EntityKind,
  name: string,
  more: Partial<Unit> = {},
  apart = 'one',
): Unit {
  return {
    id: entityId(kind, name, apart),
    kind,
    names: [name],
    local: false,
    known: false,
    countries: [],
    offices: [],
    sort: null,
    designation: null,
    first: null,
    last: null,
    documents: 1,
    ...more,
  };
}

/** A person, with an office where a country is told. */
export function person(
  name: string,
  title: string | null = null,
  country: string | null = null,
  on: string | null = null,
  apart = 'one',
): Unit {
  const id = entityId('Person', name, `${apart} ${on}`);
  const days = { documents: 1, first: on, last: on };
  const naming = {
    aliases: [],
    because: 'full name',
    sort: null,
    country: null,
    designation: null,
  };
  return unitsOf(
    [{ ...days, ...naming, id, name }],
    title && country ? [{ ...days, id, title, of: `country:${country}` }] : [],
  )[0]!;
}
