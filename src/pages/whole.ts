/** Most rows of a file, whose name says when there are more. */
const ROWS_MAX = 2_000;

/** Some rows of a list, and the cursor of those that follow; null where none do. */
export interface Part<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/**
 * Reads a list from its first part on, until there are no more rows or as many as a file may have.
 * @param more reads the part at a cursor; null where it cannot be read, and what is there is kept
 */
export async function wholeOf<Row>(
  first: Part<Row>,
  more: (after: string) => Promise<Part<Row> | null>,
): Promise<Part<Row>> {
  const rows = [...first.rows];
  let { next } = first;
  while (next !== null && rows.length < ROWS_MAX) {
    const part = await more(next);
    if (part === null) break;
    rows.push(...part.rows);
    next = part.next;
  }
  return { rows, next };
}

interface Connection<Row> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Row }[];
}

/** A page of a connection as a part of the list. */
export const partOf = <Row>({ edges, pageInfo }: Connection<Row>): Part<Row> => ({
  rows: edges.map(({ node }) => node),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});
