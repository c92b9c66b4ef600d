import { inputOf } from '../compile/anchor.ts';
import type { Aggregate, Step } from '../compile/field.ts';
import { compared } from '../compile/filter/compared.ts';
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
import { storedMoment } from '../held.ts';
import { lastOf } from '../known.ts';
import { pageSize } from './page.ts';
import { Source } from './source.ts';

/** Writes the rows of one page: clause, filter, order and limit, before anything nested. */
export class Pages {
  private readonly draft: StatementBuilder;
  private readonly args: Args;
  /** Index of the root field's arguments in `args`. */
  private readonly first: number;
  private readonly source: Source;

  constructor(draft: StatementBuilder, args: Args, first: number) {
    this.draft = draft;
    this.args = args;
    this.first = first;
    this.source = new Source(draft, args);
  }

  /** Writes a field as of when is asked for in it, else in what it lies in. */
  asOf<T>(field: Field, write: () => T): T {
    const { asOf, since } = this.args[field.args] ?? {};
    if (since != null) this.draft.since = this.draft.parameter([field.args, 'since'], storedMoment);
    const { moment: held, before } = field.planned as Step;
    if (held) return this.draft.as({ at: held, known: undefined }, write);
    if (before) return this.draft.as({ at: this.draft.since, known: undefined }, write);
    const { recorded, known } = (asOf ?? {}) as Readonly<Record<string, unknown>>;
    if (recorded == null && known == null) return write();
    const { draft } = this;
    const [moment, day] = [
      [field.args, 'asOf', 'recorded'],
      [field.args, 'asOf', 'known'],
    ];
    return draft.as(
      {
        at: recorded == null ? draft.at : draft.parameter(moment!, storedMoment),
        known: known == null ? draft.known : draft.parameter(day!, lastOf),
      },
      write,
    );
  }

  /** The most rows of a step for each of its parents. */
  size(field: Field, step: Step) {
    return (args: Args) =>
      step.rows?.(args[this.first] ?? {}) ?? pageSize(args[field.args] ?? {}, step);
  }

  /** Relationships read by the clause itself, and by the filter that was just written. */
  private reads(field: Field, step: Step) {
    const filtering = scanOf(this.draft, step, this.args[field.args] ?? {});
    const own = this.source.found?.step === step ? undefined : step.query?.reads;
    return (args: Args, sizes: Sizes) =>
      (own?.(args[field.args] ?? {}, sizes) ?? 0) + filtering(sizes);
  }

  /** @returns Cypher that finds the rows of a root field, up to the column that is made of them */
  findOnce(field: Field, step: Step): string {
    const [to, rows] = [this.draft.name('n'), this.draft.name('found')];
    const clause = step.clause(this.source.scope(field, { from: '', to, edge: '' }));
    this.draft.within({ size: () => 0, reads: this.reads(field, step) }, () => {});
    this.source.found = { step, rows };
    // Without this collected column, the parts that count would group by the rows.
    return `${clause}\nWITH collect(${to}) AS ${rows}\nWITH ${rows}, `;
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
    const { lines, where, distinct } = this.source.of(field, step, { from, to, edge });
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
          `WITH ${distinct ? 'DISTINCT ' : ''}${[...new Set([to, draft.anchorOf(to), ...(edge ? [edge, draft.anchorOf(edge)] : [])])].join(', ')}${sort}${limit ? ` LIMIT ${limit}` : ''}`,
        );
      return [...lines, `RETURN ${returning(to, edge, forward)}`];
    });
  }

  /** The order of the rows. */
  private order(field: Field, step: Step, to: string, edge: string): SortKey[] {
    const asked = (this.args[field.args]?.orderBy ?? []) as [];
    if (step.order && asked.length === 0) return step.order(to, edge);
    if (step.sorted === false) return [];
    const parallel = step.as === 'connection' && step.relation?.parallel === true;
    const read: StatementBuilder['property'] = (...of) => this.draft.property(...of);
    const keys = sortKeys(inputOf(field, 'orderBy'), asked, to, edge, parallel, read);
    const [type, filter] = [inputOf(field, 'where'), this.args[field.args]?.where];
    return type && filter ? withoutNulls(keys, compared(type, filter, { node: to, edge })) : keys;
  }

  /** Throws an InputError for a cursor of another list, where no page is read. */
  checkCursor(field: Field, step: Step): void {
    const forward = this.order(field, step, 'n', step.edged ? 'r' : '');
    beyondCursor(this.draft, field, this.args[field.args] ?? {}, forward, forward);
  }

  /** Writes an aggregate over all rows. */
  all(field: Field, step: Step, from: string, { over, without }: Aggregate): string[] {
    const [to, edge] = [this.draft.name('n'), step.edged ? this.draft.name('r') : ''];
    const reading = { from, to, edge, counting: true, ...(without && { without }) };
    const { lines, where } = this.source.of(field, step, reading);
    const reads = this.reads(field, step);
    this.draft.within({ size: () => 0, along: step.relation?.along, reads }, () => {});
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    return [...lines, over(to, this.draft.at)];
  }

  /** Writes `{ MATCH … WHERE … }`, for COUNT. */
  count(field: Field, step: Step, from: string): string {
    const [to, edge] = [this.draft.name('n'), step.edged ? this.draft.name('r') : ''];
    const { lines, where, distinct } = this.source.of(field, step, {
      from,
      to,
      edge,
      counting: true,
    });
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
