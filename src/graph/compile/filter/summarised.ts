import { asKnown } from '../../known.ts';
import type { Scope, Step } from '../field.ts';
import type { StatementBuilder } from '../statement-builder.ts';
import { storedFilter, summaryFilter } from './edge-filter.ts';

/** How a step reads the relationship that it follows, or that it leads to. */
interface Summarised {
  /** The variables that the clause binds. */
  readonly to: string;
  readonly edge: string;
  /** What follows the clause. */
  readonly after: (scope: Scope) => string[];
  /** Conditions in addition to the client's filter. */
  readonly holds: (scope: Scope) => string[];
}

/**
 * Where only what was known by a day counts, the clause binds the relationship under another name, and
 * its own variable is the summary of what was told by then.
 */
export function summarised(
  draft: StatementBuilder,
  step: Step,
  to: string,
  edge: string,
): Summarised {
  const { at, known } = draft;
  const isRow = step.to === 'Relationship';
  const variable = isRow ? to : step.relation ? edge : '';
  if (known === undefined || !variable)
    return { to, edge, after: () => [], holds: (scope) => step.holds?.(scope) ?? [] };
  const tie = draft.anchor(variable);
  return {
    to: isRow ? tie : to,
    edge: isRow ? edge : tie,
    after: (scope) => {
      const stored = step.holds ? storedFilter(tie, scope) : [];
      return [
        ...(stored.length > 0 ? [`WHERE ${stored.join(' AND ')}`] : []),
        `WITH *, ${draft.summary(variable, (read) => asKnown(tie, { at, known }, read))} AS ${variable}`,
      ];
    },
    holds: (scope) => (step.holds ? summaryFilter(variable, scope) : []),
  };
}
