/** Rows of one statement of a transaction. */
const ROWS_MAX = 2_000;

/** So many rows as one statement takes, again and again; none where there are none. */
export function* rowsOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_MAX) yield rows.slice(at, at + ROWS_MAX);
}
