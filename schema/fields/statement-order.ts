import type { SortKey } from '../../src/graph/compile/order.ts';

/** The surest first, then the newest: what a reader wants to see of many. */
export const surestFirst = (statement: string): SortKey[] => [
  { cypher: `${statement}.confidence`, name: 'confidence', ascending: false, nullable: false },
  // Those without a date are last.
  {
    cypher: `coalesce(${statement}.publishedOn, '')`,
    name: 'publishedOn',
    ascending: false,
    nullable: false,
  },
  { cypher: `${statement}.id`, name: 'id', ascending: true, nullable: false },
];
