import { filtered } from '../compile/anchor.ts';
import { bare, type Scope, type Step } from '../compile/field.ts';
import { summarised } from '../compile/filter/summarised.ts';
import type { Field } from '../compile/select.ts';
import type { Args, StatementBuilder } from '../compile/statement-builder.ts';
import { isHeld, isVersioned, versionsOf } from '../held.ts';
import { isPublished } from '../known.ts';

/** The variables of a step, and how its rows are read. */
export interface Reading {
  readonly from: string;
  readonly to: string;
  readonly edge: string;
  /** Set when only the number of rows is needed. */
  readonly counting?: boolean;
  /** Names of arguments that are ignored. */
  readonly without?: readonly string[];
}

/** Writes where the rows of a step come from: its clause, and the conditions on them. */
export class Source {
  /** The rows that were found once for all parts of a connection, and its step. */
  found: { readonly step: Step; readonly rows: string } | undefined;
  private readonly draft: StatementBuilder;
  private readonly args: Args;

  constructor(draft: StatementBuilder, args: Args) {
    this.draft = draft;
    this.args = args;
  }

  /** The clause, or the rows that were found before unless an argument in `without` is given. */
  private clause(field: Field, step: Step, scope: Scope, without: readonly string[]): string {
    const isFound = without.every((name) => this.args[field.args]?.[name] == null);
    return this.found?.step === step && isFound
      ? `UNWIND ${this.found.rows} AS ${scope.to}\nWITH ${scope.to}` // which conditions may follow
      : step.clause(scope);
  }

  scope(field: Field, { from, to, edge, counting = false, without = [] }: Reading): Scope {
    const { draft } = this;
    return {
      from: draft.anchorOf(from),
      row: bare(from),
      at: draft.at,
      known: draft.known,
      to,
      edge,
      counting,
      anchor: (variable) => draft.anchor(variable),
      name: (prefix) => draft.name(prefix),
      param: (name, as) => this.draft.parameter([field.args, ...name.split('.')], as),
      where: (name, node) => filtered(this.draft, field, this.args, name, { node, edge: '' }),
      value: (name) => (without.includes(name) ? undefined : this.args[field.args]?.[name]),
    };
  }

  /** That rows, and ways that have no filter of their own, were held and told as of when it is read. */
  private heldIn(step: Step, to: string, edge: string): string[] {
    const { at, known } = this.draft;
    // What the parent's row holds was held with it; of nodes the version is still to be chosen.
    const isStatement = step.to === 'Statement' && !step.held;
    return [
      ...(at !== undefined && (isStatement || isVersioned(step.to)) ? [isHeld(to, at)] : []),
      ...(at !== undefined && edge && !step.holds && !step.query ? [isHeld(edge, at)] : []),
      ...(known !== undefined && isStatement ? [isPublished(to, known)] : []),
    ];
  }

  /** Writes the clause and the filter. */
  of(field: Field, step: Step, reading: Reading) {
    const { to, edge, without = [] } = reading;
    this.draft.is(to, step.to);
    const versioned = this.draft.at !== undefined && isVersioned(step.to);
    const read = summarised(this.draft, step, to, edge);
    const bound = versioned ? this.draft.anchor(to) : read.to;
    const scope = this.scope(field, { ...reading, to: bound, edge: read.edge });
    const lines = [this.clause(field, step, scope, without)];
    if (versioned) lines.push(versionsOf(bound, to));
    lines.push(...read.after(scope));
    const holds = [
      ...this.heldIn(step, to, edge),
      ...read.holds(scope),
      ...(step.query?.besides?.({ ...scope, to }) ?? []),
    ];
    const parallel = step.as !== 'connection' && step.relation?.parallel === true;
    if (step.query?.filters) return { lines, where: holds, distinct: parallel };
    const { match, where, distinct } = filtered(
      this.draft,
      field,
      this.args,
      'where',
      { node: to, edge },
      step.query !== undefined,
    );
    return {
      lines: [...lines, ...match],
      where: [...holds, ...where],
      distinct: distinct || parallel,
    };
  }
}
