// What is told of one type of relationship, in a row of the table.
import type { EntityKind } from './kinds.ts';
import type { Properties } from './property.ts';

export type Direction = 'out' | 'in';

interface RelationshipField {
  readonly name: string;
  /** One sentence for whoever asks for it; by kind where the kinds differ. */
  readonly means: string | Readonly<Partial<Record<EntityKind, string>>>;
}

export interface RelationshipRow {
  /** One sentence for whoever chooses a type. */
  readonly means: string;
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  /** Properties of its own, beside those of every relationship. */
  readonly own: Properties;
  /** Fields in GraphQL: `out` on the kinds it leaves, `in` on the kinds it reaches. */
  readonly fields: Readonly<Record<Direction, RelationshipField>>;
  /** Two entities may be joined more than once: then this own property tells the edges apart. */
  readonly parallelBy?: string;
}
