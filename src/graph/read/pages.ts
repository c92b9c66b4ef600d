import { filtered, inputOf } from '../compile/anchor.ts';
import { compared } from '../compile/compared.ts';
import { type Aggregate, bare, type Scope, type Step } from '../compile/field.ts';
import {
  beyondCursor,
  orderBy,
  reverse,
  type SortKey,
  sortKeys,
  withoutNulls,
} from '../compile/order.ts';
import { scanOf } from '../compile/scan.ts';
import type { Field } from '../compile/select.ts';
import type { Args, StatementBuilder } from '../compile/statement-builder.ts';
import type { Sizes } from '../degrees.ts';
import { isHeld, isVersioned, storedMoment, versionsOf } from '../held.ts';
import { pageSize } from './page.ts';

/** Writes the rows of one page: clause, filter, order and limit, before anything nested. */
export class Pages {
  private readonly draft: StatementBuilder;
  private readonly args: Args;
  /** Index of the root field's arguments in `args`. */
  private readonly first: number;
  /** The rows that were found once for all parts of a connection, and its step. */
  private found: { readonly step: Step; readonly rows: string } | undefined;

  constructor(draft: StatementBuilder, args: Args, first: number) {
    this.draft = draft;
    this.args = args;
    this.first = first;
  }

  /** Writes a field as of the moment that is asked for in it, else in what it lies in. */
  asOf<T>(field: Field, write: () => T): T {
    const { asOf, since } = this.args[field.args] ?? {};
    if (since != null) this.draft.since = this.draft.parameter([field.args, 'since'], storedMoment);
    if ((field.planned as Step).before) return this.draft.as(this.draft.since, write);
    if ((asOf as { recorded?: unknown } | null | undefined)?.recorded == null) return write();
    const path = [field.args, 'asOf', 'recorded'];
    return this.draft.as(this.draft.parameter(path, storedMoment), write);
  }

  /** The most rows of a step for each of its parents. */
  size(field: Field, step: Step) {
    return (args: Args) =>
      step.rows?.(args[this.first] ?? {}) ?? pageSize(args[field.args] ?? {}, step);
  }

  /** Relationships read by the clause itself, and by the filter that was just written. */
  private reads(field: Field, step: Step) {
    const filtering = scanOf(this.draft, step, this.args[field.args] ?? {});
    const own = this.found?.step === step ? undefined : step.query?.reads;
    return (args: Args, sizes: Sizes) =>
      (own?.(args[field.args] ?? {}, sizes) ?? 0) + filtering(sizes);
  }

  /** @returns Cypher that finds the rows of a root field, up to the column that is made of them */
  findOnce(field: Field, step: Step): string {
    const [to, rows] = [this.draft.name('n'), this.draft.name('found')];
    const clause = step.clause(this.scope(field, '', to, '', false));
    this.draft.within({ size: () => 0, reads: this.reads(field, step) }, () => {});
    this.found = { step, rows };
    // Without this collected column, the parts that count would group by the rows.
    return `${clause}\nWITH collect(${to}) AS ${rows}\nWITH ${rows}, `;
  }

  /** The clause, or the rows that were found before unless an argument in `without` is given. */
  private clause(field: Field, step: Step, scope: Scope, without: readonly string[]): string {
    const isFound = without.every((name) => this.args[field.args]?.[name] == null);
    return this.found?.step === step && isFound
      ? `UNWIND ${this.found.rows} AS ${scope.to}`
      : step.clause(scope);
  }

  private scope(
    field: Field,
    from: string,
    to: string,
    edge: string,
    counting: boolean,
    without: readonly string[] = [],
  ): Scope {
    const { draft } = this;
    return {
      from: draft.anchorOf(from),
      row: bare(from),
      at: draft.at,
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

  /** Writes all between MATCH and RETURN: filter, order and limit precede the nested parts. */
  rows(
    field: Field,
    step: Step,
    from: string,
    returning: (to: string, edge: string, keys: SortKey[]) => string,
    more = 0,
  ): string[] {
    const { draft } = this;
    const given = this.args[field.args] ?? {};
    const to = draft.name('n');
    const edge =
      step.edged && (step.as === 'connection' || step.holds || given.where || given.orderBy)
        ? draft.name('r')
        : '';
    const { lines, where, distinct } = this.source(field, step, from, to, edge);
    const reads = this.reads(field, step);
    const forward = this.order(field, step, to, edge);
    const keys = given.last != null ? reverse(forward) : forward;
    const beyond = beyondCursor(draft, field, given, forward, keys);
    if (beyond) where.push(beyond);
    else if (
      step.query &&
      step.as === 'connection' &&
      (!step.order || step.indexed) &&
      keys[0] &&
      !keys[0].nullable
    )
      where.push(`${keys[0].cypher} IS NOT NULL`);
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);

    if (step.check) draft.checks.push((args) => step.check!(args[field.args] as never));
    const alone = step.as === 'one' && (step.query || step.sorted === false); // the clause finds one at most
    const limit =
      step.as === 'one'
        ? '1'
        : step.first === undefined
          ? undefined
          : draft.parameter([field.args], (its: Record<string, unknown>) =>
              draft.int(pageSize(its, step) + more),
            );
    const level = { size: this.size(field, step), along: step.relation?.along, reads };
    return draft.within(level, () => {
      if (alone) return [...lines, `RETURN ${returning(to, edge, forward)}`];
      const sort = keys.length > 0 ? ` ORDER BY ${orderBy(keys)}` : '';
      if (sort || limit)
        lines.push(
          `WITH ${distinct ? 'DISTINCT ' : ''}${[...new Set([to, this.draft.anchorOf(to)]), ...(edge ? [edge] : [])].join(', ')}${sort}${limit ? ` LIMIT ${limit}` : ''}`,
        );
      return [...lines, `RETURN ${returning(to, edge, forward)}`];
    });
  }

  /** That rows, and ways that have no filter of their own, were held at the moment that is read. */
  private heldIn(step: Step, to: string, edge: string): string[] {
    const { at } = this.draft;
    if (at === undefined) return [];
    return [
      // What the parent's row holds was held with it; of nodes the version is still to be chosen.
      ...((step.to === 'Statement' && !step.held) || isVersioned(step.to) ? [isHeld(to, at)] : []),
      ...(edge && !step.holds && !step.query ? [isHeld(edge, at)] : []),
    ];
  }

  /** The order of the rows. */
  private order(field: Field, step: Step, to: string, edge: string): SortKey[] {
    const asked = (this.args[field.args]?.orderBy ?? []) as [];
    if (step.order && asked.length === 0) return step.order(to, edge);
    if (step.sorted === false) return [];
    const parallel = step.as === 'connection' && step.relation?.parallel === true;
    const keys = sortKeys(inputOf(field, 'orderBy'), asked, to, edge, parallel);
    const [type, filter] = [inputOf(field, 'where'), this.args[field.args]?.where];
    return type && filter ? withoutNulls(keys, compared(type, filter, { node: to, edge })) : keys;
  }

  /** Throws an InputError for a cursor of another list, where no page is read. */
  checkCursor(field: Field, step: Step): void {
    const forward = this.order(field, step, 'n', step.edged ? 'r' : '');
    beyondCursor(this.draft, field, this.args[field.args] ?? {}, forward, forward);
  }

  /** Writes the clause and the filter. */
  private source(
    field: Field,
    step: Step,
    from: string,
    to: string,
    edge: string,
    counting = false,
    without: readonly string[] = [],
  ) {
    const { at } = this.draft;
    const versioned = at !== undefined && isVersioned(step.to);
    const bound = versioned ? this.draft.anchor(to) : to;
    const scope = this.scope(field, from, bound, edge, counting, without);
    const lines = [this.clause(field, step, scope, without)];
    if (versioned) lines.push(versionsOf(bound, to));
    const holds = [
      ...this.heldIn(step, to, edge),
      ...(step.holds?.(scope) ?? []),
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

  /** Writes an aggregate over all rows. */
  all(field: Field, step: Step, from: string, { over, without }: Aggregate): string[] {
    const [to, edge] = [this.draft.name('n'), step.edged ? this.draft.name('r') : ''];
    const { lines, where } = this.source(field, step, from, to, edge, true, without);
    const reads = this.reads(field, step);
    this.draft.within({ size: () => 0, along: step.relation?.along, reads }, () => {});
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    return [...lines, over(to, this.draft.at)];
  }

  /** Writes `{ MATCH … WHERE … }`, for COUNT. */
  count(field: Field, step: Step, from: string): string {
    const [to, edge] = [this.draft.name('n'), step.edged ? this.draft.name('r') : ''];
    const { lines, where, distinct } = this.source(field, step, from, to, edge, true);
    const reads = this.reads(field, step);
    this.draft.within({ size: () => 0, along: step.relation?.along, reads }, () => {});
    // A MATCH may end a counted subquery; any other clause must return.
    const matched = lines.at(-1)!.split('\n').at(-1)!.startsWith('MATCH ');
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    if (distinct) lines.push(`RETURN DISTINCT ${to}`);
    else if (!matched) lines.push(`RETURN ${to}`);
    return `{ ${lines.join(' ')} }`;
  }
}
