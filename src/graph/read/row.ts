/**
 * How a row of the database becomes the object that resolvers read. Rows travel as lists, because a
 * map repeats the name of every value in every row, which is half of what the driver has to decode.
 */
export interface Shape {
  /** Keys of the object, in the order of the list. */
  readonly keys: readonly string[];
  /** Shapes of values that are rows themselves; null for plain values. */
  readonly parts: readonly (Shape | null)[];
  /** Whether the value is a list of such rows. */
  readonly many?: boolean;
}

/** A piece of Cypher with the shape of its value; null when the value needs no decoding. */
export interface Written {
  readonly cypher: string;
  readonly shape: Shape | null;
}

/** The shape of a list of such rows. */
export const many = (shape: Shape | null): Shape | null => shape && { ...shape, many: true };
/** A value that needs no decoding. */
export const plain = (cypher: string): Written => ({ cypher, shape: null });

export type Decode = (value: unknown) => unknown;
const asItIs: Decode = (value) => value;

const PROTO = ':proto';
/** The key in a row: writing `__proto__` to a plain object would set its prototype. */
export const rowKey = (responseKey: string | number): string | number =>
  responseKey === '__proto__' ? PROTO : responseKey;
/** The same key as it is written in Cypher. */
export const writtenKey = (responseKey: string): string =>
  responseKey === '__proto__' ? `\`${PROTO}\`` : responseKey;

/** @returns a function that turns lists back into objects */
export function decoderOf(shape: Shape | null): Decode {
  if (!shape) return asItIs;
  const { keys, many } = shape;
  const parts = shape.parts.map((part) => (part ? decoderOf(part) : null));
  const one = (row: unknown) => {
    if (row === null) return null;
    const values = row as readonly unknown[];
    const result: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) {
      const part = parts[i];
      result[keys[i]!] = part ? part(values[i]) : values[i];
    }
    return result;
  };
  return many ? (rows) => (rows === null ? null : (rows as unknown[]).map(one)) : one;
}
