import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Unit } from '../ingest/resolve/linkage/unit.ts';
import { unitsOf } from '../ingest/resolve/linkage/units.ts';
import { entityId } from '../model/ids.ts';
import type { EntityKind } from '../model/kinds.ts';
import { ROOT } from '../root.ts';

const FILES = [
  'data/identity/pairs-people.csv',
  'data/identity/pairs-bodies.csv',
  'data/identity/pairs-systems.csv',
] as const;

/** An entity as one document names it, with its true identity. */
export interface Labelled {
  readonly kind: EntityKind;
  readonly group: string;
  /** Identity within its group. */
  readonly who: string;
  readonly unit: Unit;
  /** Whether its group is held out: not looked at while weights are chosen. */
  readonly setAside: boolean;
}

/** Every third group, by a hash of its name. */
const isSetAside = (group: string) =>
  createHash('sha256').update(group).digest().readUInt32BE(0) % 3 === 0;

/** The unit of one row; every row has its own. */
function unitOf(kind: EntityKind, at: number, cells: readonly string[]): Unit {
  const [name = '', title = '', country = '', on = ''] = cells;
  const id = entityId(kind, name, `row ${at}`);
  const days = { first: on || null, last: on || null, documents: 1 };
  const person = kind === 'Person';
  const [unit] = unitsOf(
    [
      {
        ...days,
        id,
        name,
        aliases: [],
        because: 'row',
        sort: person ? null : title || null,
        country: person ? null : country || null,
        designation: kind === 'WeaponSystem' ? title || null : null,
      },
    ],
    person && title && country ? [{ ...days, id, title, of: `country:${country}` }] : [],
  );
  return kind === 'WeaponSystem' ? { ...unit!, sort: null } : unit!;
}

/** All labelled rows. */
export function labelledRows(): Labelled[] {
  const rows = FILES.flatMap((file) =>
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('kind,')),
  );
  return rows.map((line, at) => {
    const [kind, group, who, ...cells] = line.split(',') as [EntityKind, string, string];
    return {
      kind,
      group: `${kind} ${group}`,
      who,
      unit: unitOf(kind, at, cells),
      setAside: isSetAside(`${kind} ${group}`),
    };
  });
}
