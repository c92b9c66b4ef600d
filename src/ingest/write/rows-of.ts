/** Most rows of one statement of a transaction. */
const ROWS_MAX = 2_000;

/** Splits rows into parts of at most that number. */
export function* rowsOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_MAX) yield rows.slice(at, at + ROWS_MAX);
}
