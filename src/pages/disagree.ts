import type { PropertyData } from './operations/entity.ts';

/** A property of which documents give different values, each value with its surest sentence. */
export interface Disagreement {
  readonly property: string;
  readonly values: readonly { readonly value: string; readonly statement: PropertyData }[];
}

/** Stages follow one another, and a later document is no contradiction of an earlier one. */
const GROWS: ReadonlySet<string> = new Set(['stage']);

/** `2025-10` and `2025-10-31` say the same, one of them less exactly. */
const agree = (a: string, b: string): boolean =>
  a === b || (/^\d{4}(-\d\d)*$/.test(a) && (a.startsWith(b) || b.startsWith(a)));

/**
 * What different documents say differently. Two values in one document are not counted: such a
 * text corrects itself, or was read wrong.
 * @param said the surest first
 */
export function disagreements(said: readonly PropertyData[]): Disagreement[] {
  const byProperty = new Map<string, PropertyData[]>();
  for (const statement of said)
    if (statement.property && statement.value && !GROWS.has(statement.property))
      byProperty.set(statement.property, [
        ...(byProperty.get(statement.property) ?? []),
        statement,
      ]);
  return [...byProperty].flatMap(([property, statements]) => {
    const values: { value: string; statement: PropertyData }[] = [];
    for (const statement of statements) {
      const value = statement.value ?? '';
      const known = values.some((one) => agree(one.value, value));
      const elsewhere = values.every((one) => one.statement.document.id !== statement.document.id);
      if (!known && elsewhere) values.push({ value, statement });
    }
    return values.length > 1 ? [{ property, values }] : [];
  });
}
