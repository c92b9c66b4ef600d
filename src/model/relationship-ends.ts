import type { EntityKind } from './kinds.ts';
import type { Direction, RelationshipRow } from './relationship-row.ts';
import { RELATIONSHIPS, type RelationshipType } from './relationships.ts';

/** The kinds that stand at an edge's near end (where a traversal starts) and at its far end. */
export function endsOf(
  type: RelationshipType,
  direction: Direction,
): { near: readonly EntityKind[]; far: readonly EntityKind[] } {
  const { from, to } = RELATIONSHIPS[type];
  return direction === 'out' ? { near: from, far: to } : { near: to, far: from };
}

/** Whether the vocabulary lets one kind point at another by this type. */
export function mayJoin(type: RelationshipType, from: EntityKind, to: EntityKind): boolean {
  const row: RelationshipRow = RELATIONSHIPS[type];
  return row.from.includes(from) && row.to.includes(to);
}
