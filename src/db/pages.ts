/** Rows of one page: enough that a page costs little, few enough that memory stays bounded. */
export const PAGE = 5_000;

/** Reads all rows page by page; each page begins after the last key of the page before. */
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

/** Splits rows into parts of total size at most `most`; a larger row is a part of its own. */
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
