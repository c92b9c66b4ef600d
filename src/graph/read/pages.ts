import { filtered, inputOf } from '../compile/anchor.ts';
import type { Aggregate, Link, Scope } from '../compile/field.ts';
import { beyondCursor, orderBy, reverse, type SortKey, sortKeys } from '../compile/order.ts';
import { scanOf } from '../compile/scan.ts';
import type { Field } from '../compile/select.ts';
import type { Args, Draft } from '../compile/statement-builder.ts';
import type { Sizes } from '../degrees.ts';
import { pageSize } from './page.ts';

/** From a parent to the rows of one page: clause, filter, order and limit, which come before anything nested. */
export class Pages {
  private readonly draft: Draft;
  private readonly args: Args;
  /** Place of the root field's arguments. */
  private readonly first: number;
  /** Rows that were found for all parts of a connection, and its link. */
  private found: { readonly link: Link; readonly rows: string } | undefined;

  constructor(draft: Draft, args: Args, first: number) {
    this.draft = draft;
    this.args = args;
    this.first = first;
  }

  /** The most rows a link gives for each of its parents. */
  size(field: Field, link: Link) {
    return (args: Args) =>
      link.rows?.(args[this.first] ?? {}) ?? pageSize(args[field.args] ?? {}, link);
  }

  /** What the clause says it reads, and what the filter just written looks through. */
  private reads(field: Field, link: Link) {
    const filtering = scanOf(this.draft, link, this.args[field.args] ?? {});
    const own = this.found?.link === link ? undefined : link.reads;
    return (args: Args, sizes: Sizes) =>
      (own?.(args[field.args] ?? {}, sizes) ?? 0) + filtering(sizes);
  }

  /** @returns what finds the rows of a root field, up to the column that is made of them */
  findOnce(field: Field, link: Link): string {
    const [to, rows] = [this.draft.name('n'), this.draft.name('found')];
    const clause = link.clause(this.scope(field, '', to, '', false));
    this.draft.within({ size: () => 0, reads: this.reads(field, link) }, () => {});
    this.found = { link, rows };
    // Parts that count would have the rows as a grouping key that nobody named.
    return `${clause}\nWITH collect(${to}) AS ${rows}\nWITH ${rows}, `;
  }

  /** From a parent to its rows, or from what was found of them if all its arguments count here. */
  private clause(field: Field, link: Link, scope: Scope, without: readonly string[]): string {
    const isFound = without.every((name) => this.args[field.args]?.[name] == null);
    return this.found?.link === link && isFound
      ? `UNWIND ${this.found.rows} AS ${scope.to}`
      : link.clause(scope);
  }

  private scope(
    field: Field,
    from: string,
    to: string,
    edge: string,
    counting: boolean,
    without: readonly string[] = [],
  ): Scope {
    return {
      from,
      to,
      edge,
      counting,
      name: (prefix) => this.draft.name(prefix),
      param: (name, as) => this.draft.parameter([field.args, ...name.split('.')], as),
      where: (name, node) => filtered(this.draft, field, this.args, name, { node, edge: '' }),
      value: (name) => (without.includes(name) ? undefined : this.args[field.args]?.[name]),
    };
  }

  /** Everything between MATCH and RETURN: filter, order and limit come before the nested parts. */
  rows(
    field: Field,
    link: Link,
    from: string,
    returning: (to: string, edge: string, keys: SortKey[]) => string,
    more = 0,
  ): string[] {
    const { draft } = this;
    const given = this.args[field.args] ?? {};
    const to = draft.name('n');
    const edge =
      link.edged && (link.as === 'connection' || link.holds || given.where || given.orderBy)
        ? draft.name('r')
        : '';
    const { lines, where, distinct } = this.source(field, link, from, to, edge);
    const reads = this.reads(field, link);
    const forward = this.order(field, link, to, edge);
    const keys = given.last != null ? reverse(forward) : forward;
    const beyond = beyondCursor(draft, field, given, forward, keys);
    if (beyond) where.push(beyond);
    else if (
      link.root &&
      link.as === 'connection' &&
      (!link.order || link.indexed) &&
      keys[0] &&
      !keys[0].nullable
    )
      where.push(`${keys[0].cypher} IS NOT NULL`);
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);

    if (link.check) draft.checks.push((args) => link.check!(args[field.args] as never));
    const alone = link.as === 'one' && (link.root || link.sorted === false); // the clause finds one at most
    const limit =
      link.as === 'one'
        ? '1'
        : link.first === undefined
          ? undefined
          : draft.parameter([field.args], (its: Record<string, unknown>) =>
              draft.int(pageSize(its, link) + more),
            );
    const level = { size: this.size(field, link), along: link.along, reads };
    return draft.within(level, () => {
      if (alone) return [...lines, `RETURN ${returning(to, edge, forward)}`];
      const sort = keys.length > 0 ? ` ORDER BY ${orderBy(keys)}` : '';
      if (sort || limit)
        lines.push(
          `WITH ${distinct ? 'DISTINCT ' : ''}${edge ? `${to}, ${edge}` : to}${sort}${limit ? ` LIMIT ${limit}` : ''}`,
        );
      return [...lines, `RETURN ${returning(to, edge, forward)}`];
    });
  }

  /** The order of the rows. */
  private order(field: Field, link: Link, to: string, edge: string): SortKey[] {
    const asked = (this.args[field.args]?.orderBy ?? []) as [];
    if (link.order && asked.length === 0) return link.order(to, edge);
    if (link.sorted === false) return [];
    const parallel = link.as === 'connection' && link.parallel === true;
    return sortKeys(inputOf(field, 'orderBy'), asked, to, edge, parallel);
  }

  /** Refuses a cursor that is none, where no page is read that it could bound. */
  checkCursor(field: Field, link: Link): void {
    const forward = this.order(field, link, 'n', link.edged ? 'r' : '');
    beyondCursor(this.draft, field, this.args[field.args] ?? {}, forward, forward);
  }

  /** The clause and the filter. */
  private source(
    field: Field,
    link: Link,
    from: string,
    to: string,
    edge: string,
    counting = false,
    without: readonly string[] = [],
  ) {
    const scope = this.scope(field, from, to, edge, counting, without);
    const lines = [this.clause(field, link, scope, without)];
    const holds = [...(link.holds?.(scope) ?? []), ...(link.besides?.(scope) ?? [])];
    const parallel = link.as !== 'connection' && link.parallel === true;
    if (link.filters) return { lines, where: holds, distinct: parallel };
    const { match, where, distinct } = filtered(
      this.draft,
      field,
      this.args,
      'where',
      { node: to, edge },
      link.root,
    );
    return {
      lines: [...lines, ...match],
      where: [...holds, ...where],
      distinct: distinct || parallel,
    };
  }

  /** All rows, and what is made of them. */
  all(field: Field, link: Link, from: string, { over, without }: Aggregate): string[] {
    const [to, edge] = [this.draft.name('n'), link.edged ? this.draft.name('r') : ''];
    const { lines, where } = this.source(field, link, from, to, edge, true, without);
    const reads = this.reads(field, link);
    this.draft.within({ size: () => 0, along: link.along, reads }, () => {});
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    return [...lines, over(to)];
  }

  /** `{ MATCH … WHERE … }`, for COUNT. */
  count(field: Field, link: Link, from: string): string {
    const [to, edge] = [this.draft.name('n'), link.edged ? this.draft.name('r') : ''];
    const { lines, where, distinct } = this.source(field, link, from, to, edge, true);
    const reads = this.reads(field, link);
    this.draft.within({ size: () => 0, along: link.along, reads }, () => {});
    // A MATCH may end a counted subquery; any other clause must return.
    const matched = lines.at(-1)!.split('\n').at(-1)!.startsWith('MATCH ');
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    if (distinct) lines.push(`RETURN DISTINCT ${to}`);
    else if (!matched) lines.push(`RETURN ${to}`);
    return `{ ${lines.join(' ')} }`;
  }
}
