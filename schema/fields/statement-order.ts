import type { SortKey } from '../../src/graph/compile/order.ts';

/** The most confident first, then the newest, which readers want to see first. */
export const surestFirst = (statement: string): SortKey[] => [
  { cypher: `${statement}.confidence`, name: 'confidence', ascending: false, nullable: false },
  // An empty text sorts statements without a date last.
  {
    cypher: `coalesce(${statement}.publishedOn, '')`,
    name: 'publishedOn',
    ascending: false,
    nullable: false,
  },
  { cypher: `${statement}.id`, name: 'id', ascending: true, nullable: false },
];
