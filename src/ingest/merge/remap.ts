import { grouped } from '../../grouped.ts';
import { relationshipId } from '../../model/ids.ts';
import { RELATIONSHIPS, type RelationshipType } from '../../model/relationships.ts';
import { titleKey } from '../resolve/names.ts';
import type { Prepared } from '../write/prepare.ts';
import type { EntityRow, StatementRow } from '../write/rows.ts';
import { joinedNaming } from './mentions.ts';

/** The entity that a local entity became part of, or the local entity itself. */
export type EntityOf = (local: string) => string;

/** The edge of a statement between two entities; null where both ends became one. */
export function edgeBetween(
  type: string,
  title: string | null,
  subject: string,
  object: string | null,
): string | null {
  if (type === 'PROPERTY' || object === null || subject === object) return null;
  const row = RELATIONSHIPS[type as RelationshipType];
  const apart = 'parallelBy' in row ? titleKey(title ?? '') : '';
  return relationshipId(type, subject, object, apart);
}

/** The local end of a statement if it differs from the entity; else null. */
export const localOf = (local: string | null, entity: string | null): string | null =>
  local === entity ? null : local;

function remapEntities(rows: readonly EntityRow[], entityOf: EntityOf): EntityRow[] {
  return [...grouped(rows, ({ id }) => entityOf(id))].map(([id, some]) => ({
    id,
    kind: some[0]!.kind,
    mention: joinedNaming(
      id,
      some.map((row) => ({ local: row.id, naming: row.mention })),
    ) as EntityRow['mention'],
  }));
}

function remapStatement(row: StatementRow, entityOf: EntityOf): StatementRow {
  const subject = entityOf(row.subject);
  const object = row.object === null ? null : entityOf(row.object);
  if (subject === row.subject && object === row.object) return row;
  const { type, title } = row.properties;
  const edge = edgeBetween(String(type), title == null ? null : String(title), subject, object);
  return {
    ...row,
    subject,
    object,
    relationshipId: edge,
    properties: {
      ...row.properties,
      relationshipId: edge,
      localSubject: localOf(row.subject, subject),
      localObject: localOf(row.object, object),
    },
  };
}

/** A document as it is written: its local entities replaced by the entities they became. */
export function remapped<T extends Pick<Prepared, 'entities' | 'statements'>>(
  document: T,
  entityOf: EntityOf,
): T {
  if (document.entities.every(({ id }) => entityOf(id) === id)) return document;
  return {
    ...document,
    entities: remapEntities(document.entities, entityOf),
    statements: document.statements.map((row) => remapStatement(row, entityOf)),
  };
}
