/** Rows of one page: so many that a page costs little, and memory does not grow with the graph. */
export const PAGE = 5_000;

/** Everything, page after page: each begins behind the last key of the page before. */
export async function* pages<T>(
  read: (after: string) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
  limit = PAGE,
): AsyncGenerator<readonly T[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = keyOf(rows.at(-1)!);
  }
}

/** Parts of which the sum is not more than a bound; what is larger stands alone. */
export function* portions<T>(
  rows: readonly T[],
  sizeOf: (row: T) => number,
  most: number,
): Generator<readonly T[]> {
  let [part, size] = [[] as T[], 0];
  for (const row of rows) {
    if (part.length > 0 && size + sizeOf(row) > most) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(row);
    size += sizeOf(row);
  }
  if (part.length > 0) yield part;
}
