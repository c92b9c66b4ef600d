import type { EntityKind } from './kinds.ts';
import type { Direction, RelationshipRow } from './relationship-row.ts';
import { RELATIONSHIPS, type RelationshipType } from './relationships.ts';

/** The kinds at the near end, where a traversal in this direction starts, and at the far end. */
export function endsOf(
  type: RelationshipType,
  direction: Direction,
): { near: readonly EntityKind[]; far: readonly EntityKind[] } {
  const { from, to } = RELATIONSHIPS[type];
  return direction === 'out' ? { near: from, far: to } : { near: to, far: from };
}

/** Whether the vocabulary allows this type from one kind to another. */
export function mayJoin(type: RelationshipType, from: EntityKind, to: EntityKind): boolean {
  const row: RelationshipRow = RELATIONSHIPS[type];
  return row.from.includes(from) && row.to.includes(to);
}
