import type { PropertyData } from './operations/entity.ts';

/** A property with conflicting values, each with its most confident sentence. */
export interface Disagreement {
  readonly property: string;
  readonly values: readonly { readonly value: string; readonly statement: PropertyData }[];
}

/** Properties whose changes are progress, not contradiction. */
const GROWS: ReadonlySet<string> = new Set(['stage']);

/** Whether two values agree; `2025-10` agrees with `2025-10-31`. */
const agree = (a: string, b: string): boolean =>
  a === b || (/^\d{4}(-\d\d)*$/.test(a) && (a.startsWith(b) || b.startsWith(a)));

/**
 * Conflicts between documents. Two values in one document do not count: the text corrects itself,
 * or was read wrong.
 * @param said sorted by confidence, descending
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
