import { InputError } from '../../errors.ts';

/** Encodes the sort keys of a row and the order they belong to, in base64url: opaque to clients. */
export function encodeCursor(order: string, keys: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');
}

/** @throws {InputError} when the text is no cursor, or one of a list with another order */
export function decodeCursor(order: string, size: number, cursor: string): unknown[] {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {}
  const flat = Array.isArray(keys) && keys.every((k) => k === null || typeof k !== 'object');
  if (!flat || typeof (keys as unknown[])[0] !== 'string')
    throw new InputError(`"${cursor}" is not a cursor; pass one that a connection returned.`);
  const [from, ...rest] = keys as unknown[];
  if (from !== order)
    throw new InputError(
      `the cursor belongs to a list ordered by ${from}, this one is ordered by ${order}.`,
    );
  if (rest.length !== size)
    throw new InputError(`"${cursor}" is not a cursor; pass one that a connection returned.`);
  return rest;
}
