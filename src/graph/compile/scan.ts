import type { Along, Sizes } from '../degrees.ts';
import type { Step } from './field.ts';
import type { StatementBuilder } from './statement-builder.ts';

/** How many rows can be looked at for the price of reading one relationship. */
const ROWS_OF_A_RELATIONSHIP = 4;
/** Assumed number of rows that fulfil a condition which an index answers. */
const SOUGHT = 100;
/** Conditions at the top of a filter that an index answers. */
const SEEKS = [
  ['id', 'eq'],
  ['id', 'in'],
  ['name', 'eq'],
  ['name', 'startsWith'],
] as const;

type Where = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

const steps = (along: readonly Along[], sizes: Sizes) =>
  along.reduce((product, each) => product * Math.max(1, sizes.of(each) ?? 1), 1);

/**
 * Prices the scan of a list's rows, in relationships: every condition of the filter that was just
 * written is tested on every row, and a condition behind a relation on every node that the relation
 * leads to.
 */
export function scanOf(
  { conditions }: StatementBuilder,
  step: Step,
  { where, orderBy }: Readonly<Record<string, unknown>>,
): (sizes: Sizes) => number {
  const all = [...conditions];
  if (((orderBy as unknown[] | null | undefined) ?? []).length > 0) all.push([]);
  if (all.length === 0 || step.query?.filters) return () => 0;
  const sought = SEEKS.some(([name, operator]) => (where as Where)?.[name]?.[operator] != null);
  return (sizes) => {
    const degree = step.relation && sizes.of(step.relation.along);
    const rows = degree ?? (step.query ? sizes.nodes(step.to) : 1);
    const looked = sought ? Math.min(SOUGHT, rows) : rows;
    const each = all.reduce((sum, along) => sum + steps(along, sizes), 0);
    return (looked * each) / ROWS_OF_A_RELATIONSHIP;
  };
}
