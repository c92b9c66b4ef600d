// The columns of one row of the table of relationship types.
import type { EntityKind } from './kinds.ts';
import type { Properties } from './property.ts';

export type Direction = 'out' | 'in';

interface RelationshipField {
  readonly name: string;
  /** Description of the field; by kind where it differs. */
  readonly means: string | Readonly<Partial<Record<EntityKind, string>>>;
}

export interface RelationshipRow {
  /** One sentence, shown where a client chooses a type. */
  readonly means: string;
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  /** Own properties, besides those of every relationship. */
  readonly own: Properties;
  /** GraphQL fields: `out` on the source kinds, `in` on the target kinds. */
  readonly fields: Readonly<Record<Direction, RelationshipField>>;
  /** The own property that distinguishes edges between the same two entities. */
  readonly parallelBy?: string;
}
