import type { Clause, Step } from '../../src/graph/compile/field.ts';
import { edgeFilter } from '../../src/graph/compile/filter/edge-filter.ts';
import { typesAt } from '../../src/graph/held.ts';
import type { EntityKind, Kind } from '../../src/model/kinds.ts';
import { endsOf } from '../../src/model/relationship-ends.ts';
import { SUMMARY_PROPERTIES } from '../../src/model/relationship-properties.ts';
import type { Direction } from '../../src/model/relationship-row.ts';
import {
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../../src/model/relationships.ts';
import type { Declared } from '../builder.ts';
import { stepField } from './step.ts';

/** The step along a relationship type in one direction. */
function along(type: RelationshipType, direction: Direction): Step {
  const { far } = endsOf(type, direction);
  const to = far.length === 1 ? (far[0] as Kind) : 'Entity';
  const [left, right] = direction === 'out' ? ['', '>'] : ['<', ''];
  // The vocabulary fixes the label of the far node, so it is written only to let an index find it.
  const clause: Clause = ({ from, edge, to: variable, anchored, at }) =>
    `MATCH (${from})${left}-[${edge}:${typesAt(type, at)}]-${right}(${variable}${anchored ? `:${to}` : ''})`;
  return {
    as: 'connection',
    to,
    clause,
    edged: true,
    relation: { along: { type, direction }, parallel: 'parallelBy' in RELATIONSHIPS[type] },
    holds: (scope) => edgeFilter(scope.edge, scope),
  };
}

// Clients cache by `id`, which only a Node has; on an edge, the relationship itself has it.
const { id: _id, ...SHOWN_ON_EDGES } = SUMMARY_PROPERTIES;

/** The description of a field along a relationship on one kind. */
function meaningOf(type: RelationshipType, direction: Direction, kind: EntityKind): string {
  const { means } = RELATIONSHIPS[type].fields[direction];
  return typeof means === 'string' ? means : (means as Partial<Record<EntityKind, string>>)[kind]!;
}

/**
 * The fields of a kind along each relationship type that leaves or reaches it, from the vocabulary:
 * connections whose edges carry the relationship's own properties.
 */
export function relationFields(kind: EntityKind): Record<string, Declared> {
  const fields: Record<string, Declared> = {};
  for (const type of RELATIONSHIP_TYPES)
    for (const direction of ['out', 'in'] as const)
      if (endsOf(type, direction).near.includes(kind))
        fields[RELATIONSHIPS[type].fields[direction].name] = stepField({
          step: along(type, direction),
          options: { description: meaningOf(type, direction, kind) },
          edge: { ...SHOWN_ON_EDGES, ...RELATIONSHIPS[type].own },
          evidence: true,
        });
  return fields;
}
