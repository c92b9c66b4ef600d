/** Statements that one question to the graph may bring. */
const STATEMENTS_MAX = 5_000;

/** Everything, page after page: each begins behind the last id of the page before. */
export async function* pages<T extends { readonly id: string }>(
  limit: number,
  read: (after: string, limit: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = ''; ; ) {
    const rows = await read(after, limit);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)!.id;
  }
}

/** Parts of a page of which not more is said than memory holds; what more is said of stands alone. */
export function* portions<T extends { readonly statements: number }>(
  rows: readonly T[],
): Generator<readonly T[]> {
  let part: T[] = [];
  let statements = 0;
  for (const row of rows) {
    if (part.length > 0 && statements + row.statements > STATEMENTS_MAX) {
      yield part;
      [part, statements] = [[], 0];
    }
    part.push(row);
    statements += row.statements;
  }
  if (part.length > 0) yield part;
}
