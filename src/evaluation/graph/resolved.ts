import { type EntityOf, remapped } from '../../ingest/merge/remap.ts';
import { isCompared } from '../../ingest/merge/units-of-graph.ts';
import { resolve } from '../../ingest/resolve/linkage/resolve.ts';
import type { Unit } from '../../ingest/resolve/linkage/unit.ts';
import { type NamedRow, type OfficeRow, unitsOf } from '../../ingest/resolve/linkage/units.ts';
import type { Naming } from '../../ingest/write/entity-summary.ts';
import type { EntityRow, StatementRow } from '../../ingest/write/rows.ts';

/** A document's statements about its local entities. */
export interface Told {
  readonly publishedOn: string | null;
  readonly entities: readonly EntityRow[];
  readonly statements: readonly StatementRow[];
}

const textOf = (value: unknown) => (value == null ? null : String(value));

const namedIn = ({ publishedOn, entities }: Told): NamedRow[] =>
  entities
    .filter(({ id }) => isCompared(id))
    .map(({ id, mention }) => {
      const { name, aliases = [], because } = mention as unknown as Naming & { because: string };
      return {
        id,
        name: name ?? '',
        aliases,
        because,
        sort: textOf(mention.kind),
        country: textOf(mention.country),
        designation: textOf(mention.designation),
        documents: 1,
        first: publishedOn,
        last: publishedOn,
      };
    });

const officesIn = ({ publishedOn, statements }: Told): OfficeRow[] =>
  statements
    .filter(
      ({ object, properties: { type, modality } }) =>
        type === 'HOLDS_POSITION' && modality !== 'denied' && object !== null,
    )
    .map(({ subject, object, properties }) => ({
      id: subject,
      title: textOf(properties.title),
      of: object!,
      documents: 1,
      first: publishedOn,
      last: publishedOn,
    }));

/** The units that some documents tell of. */
export function unitsToldBy(documents: Iterable<Told>): Unit[] {
  const named: NamedRow[] = [];
  const offices: OfficeRow[] = [];
  for (const told of documents) {
    named.push(...namedIn(told));
    offices.push(...officesIn(told));
  }
  return unitsOf(named, offices);
}

/** Resolves the local entities of all documents. */
function entityOfAll(documents: readonly Told[]): EntityOf {
  const { entityOf } = resolve(unitsToldBy(documents), []);
  return (id) => entityOf.get(id) ?? id;
}
/** The documents with their local entities replaced by resolved ones, in the same order. */
export function resolved<T extends Told>(documents: readonly T[]): T[] {
  const entityOf = entityOfAll(documents);
  return documents.map((document) => remapped(document, entityOf));
}
