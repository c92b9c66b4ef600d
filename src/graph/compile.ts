import { InputError } from '../errors.ts';
import type { Kind } from '../model/kinds.ts';
import { filtered, inputOf } from './anchor.ts';
import { type Args, Draft } from './draft.ts';
import { CURSOR, KIND, type Link, need, ORDER, type Scope } from './field.ts';
import { beyondCursor, orderBy, reverse, type SortKey, signature, sortKeys } from './order.ts';
import { pageSize } from './page.ts';
import type { Field, Selection } from './select.ts';
import { type Text, textOf } from './text.ts';

/** One Cypher statement for a selection. `args` decide its text only by their shape. */
export function compile({ root }: Selection, args: Args): Text {
  const write = new Writer(args);
  return textOf(write.root(root), write.draft);
}

/** The same for nodes known by id, many at once: what a DataLoader sends. */
export function compileBatch({ root }: Selection, args: Args, kind: Kind): Text {
  const write = new Writer(args);
  const value = write.draft.within(
    () => 1,
    () => write.projection('n', root.children, root.abstract),
  );
  return textOf(
    `UNWIND $ids AS id\nMATCH (n:${kind} {id: id})\nRETURN id, ${value} AS value`,
    write.draft,
  );
}

const block = (lines: readonly string[]) => `{\n  ${lines.join('\n').replaceAll('\n', '\n  ')}\n}`;
/** A map projection where a property is taken by its own name, else a plain map, which any variable allows. */
const map = (v: string, entries: readonly string[]) =>
  `${entries.some((entry) => entry.startsWith('.')) ? `${v} ` : ''}{${entries.join(', ')}}`;
const isLink = (planned: unknown): planned is Link =>
  typeof planned === 'object' && planned !== null && 'clause' in planned;
/** Whether a field takes a subquery: the parent does not hold its children, or not theirs. */
const leads = ({ planned, children }: Field): boolean =>
  isLink(planned) && (planned.held === undefined || children.some(leads));

class Writer {
  readonly draft = new Draft();
  /** Place of the root field's arguments. */
  private first = -1;
  private readonly args: Args;

  constructor(args: Args) {
    this.args = args;
  }

  root(field: Field): string {
    this.first = field.args;
    const link = field.planned as Link;
    if (link.as === 'connection') return `RETURN ${this.connection(field, link, '')} AS value`;
    return this.rows(field, link, '', (v) => {
      const value = this.projection(v, field.children, field.abstract);
      if (link.identified) return `${value} AS value, ${v}.id AS id`;
      // One record for all: the driver makes more of a record than of an item of a list.
      return link.as === 'list' ? `collect(${value}) AS value` : `${value} AS value`;
    }).join('\n');
  }

  /** `n0 {.name, title: n0.designation, makers: COLLECT {…}}`: one entry per response key. */
  projection(v: string, fields: readonly Field[], abstract: boolean): string {
    return map(v, this.entries(v, fields, abstract));
  }

  private entries(v: string, fields: readonly Field[], abstract: boolean, node?: string): string[] {
    const entries = new Set<string>(abstract ? [`${KIND}: labels(${v})`] : []);
    for (const field of fields) {
      const same = fields.filter((f) => f.key === field.key);
      if (same.length > 1) {
        // one response key that means something else on each kind
        if (field === same[0])
          entries.add(
            `${field.key}: CASE ${same.map((f) => `WHEN ${v}:${f.on} THEN ${this.value(f, v, node)}`).join(' ')} END`,
          );
        continue;
      }
      const { planned } = field;
      if (planned?.as === 'needs')
        for (const p of planned.properties) entries.add(`${need(p)}: ${v}.${p}`);
      else if (planned?.as === 'property' && planned.property === field.key)
        entries.add(`.${field.key}`);
      else if (planned && planned.as !== 'cursor')
        entries.add(`${field.key}: ${this.value(field, v, node)}`);
    }
    return [...entries];
  }

  private value(field: Field, v: string, node?: string): string {
    const planned = field.planned!;
    if (planned.as === 'property') return `${v}.${planned.property}`;
    if (planned.as === 'expression') return planned.cypher(v);
    if (planned.as === 'node') return this.projection(node!, field.children, field.abstract);
    if (!isLink(planned))
      throw new InputError(
        `"${field.key}" means something else on each kind; give it an alias per kind.`,
      );
    const from = field.on ? `${v}:${field.on}` : v;
    if (planned.as === 'connection') return this.connection(field, planned, from);
    const held = this.held(field, planned, from);
    if (held) return held;
    const rows = this.rows(field, planned, from, (to) =>
      this.projection(to, field.children, field.abstract),
    );
    return planned.as === 'one' ? `head(COLLECT ${block(rows)})` : `COLLECT ${block(rows)}`;
  }

  /** The most rows a link gives for each of its parents. */
  private size(field: Field, link: Link) {
    return (args: Args) =>
      link.rows?.(args[this.first] ?? {}) ?? pageSize(args[field.args] ?? {}, link);
  }

  /** What the parent holds already, and leads no further: no subquery, which costs a plan and a call. */
  private held(field: Field, link: Link, from: string): string | null {
    const holding = link.held?.(from);
    if (holding === undefined || field.children.some(leads)) return null;
    const item = this.draft.name('n');
    const items = this.draft.within(
      this.size(field, link),
      () => `[${item} IN ${holding} | ${this.projection(item, field.children, field.abstract)}]`,
    );
    return link.as === 'one' ? `head(${items})` : items;
  }

  private scope(field: Field, from: string, to: string, edge: string, counting: boolean): Scope {
    return {
      from,
      to,
      edge,
      counting,
      name: (prefix) => this.draft.name(prefix),
      param: (name, as) => this.draft.parameter([field.args, ...name.split('.')], as),
      where: (name, node) => filtered(this.draft, field, this.args, name, { node, edge: '' }),
      value: (name) => this.args[field.args]?.[name],
    };
  }

  /** Everything between MATCH and RETURN: filter, order and limit come before the nested parts. */
  private rows(
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
    const backward = given.last != null;
    const asked = (given.orderBy as unknown[] | null | undefined)?.length ?? 0;
    const forward =
      link.order && asked === 0
        ? link.order(to, edge)
        : link.sorted === false
          ? []
          : sortKeys(
              inputOf(field, 'orderBy'),
              (given.orderBy ?? []) as never,
              to,
              edge,
              link.as === 'connection' && link.parallel === true,
            );
    const keys = backward ? reverse(forward) : forward;
    const beyond = beyondCursor(draft, field, given, forward, keys);
    if (beyond) where.push(beyond);
    else if (link.root && link.as === 'connection' && !link.order && keys[0] && !keys[0].nullable)
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
    return draft.within(this.size(field, link), () => {
      if (alone) return [...lines, `RETURN ${returning(to, edge, forward)}`];
      const sort = keys.length > 0 ? ` ORDER BY ${orderBy(keys)}` : '';
      if (sort || limit)
        lines.push(
          `WITH ${distinct ? 'DISTINCT ' : ''}${edge ? `${to}, ${edge}` : to}${sort}${limit ? ` LIMIT ${limit}` : ''}`,
        );
      return [...lines, `RETURN ${returning(to, edge, forward)}`];
    });
  }

  /** The clause and the filter. */
  private source(
    field: Field,
    link: Link,
    from: string,
    to: string,
    edge: string,
    counting = false,
  ) {
    const lines = [link.clause(this.scope(field, from, to, edge, counting))];
    const holds = link.holds?.(this.scope(field, from, to, edge, counting)) ?? [];
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

  /** `{totalCount: COUNT {…}, edges: COLLECT {…}}`: only what is selected. */
  private connection(field: Field, link: Link, from: string): string {
    this.draft.checks.push((args) => void pageSize(args[field.args]!, link));
    if (link.check) this.draft.checks.push((args) => link.check!(args[field.args] as never));
    const asks = (as: string) => field.children.filter((child) => child.planned?.as === as);
    const lists: Pick<Field, 'key' | 'children'>[] = asks('edges');
    const paged = asks('pageInfo').length > 0;
    if (paged && lists.length === 0) lists.push({ key: 'edges', children: [] });
    let order = '';
    const entries = [
      ...asks('totalCount').map(({ key }) => `${key}: COUNT ${this.count(field, link, from)}`),
      ...lists.map(({ key, children }) => {
        const cursors = paged || children.some((child) => child.planned?.as === 'cursor');
        const rows = this.rows(
          field,
          link,
          from,
          (to, edge, keys) => {
            if (cursors) order = `${ORDER}: '${signature(keys)}'`;
            const cursor = cursors ? [`${CURSOR}: [${keys.map((k) => k.cypher).join(', ')}]`] : [];
            return map(edge, [...cursor, ...this.entries(edge, children, false, to)]);
          },
          paged ? 1 : 0,
        );
        return `${key}: COLLECT ${block(rows)}`;
      }),
    ];
    return `{${[...entries, ...(order ? [order] : [])].join(', ')}}`;
  }

  private count(field: Field, link: Link, from: string): string {
    const [to, edge] = [this.draft.name('n'), link.edged ? this.draft.name('r') : ''];
    const { lines, where, distinct } = this.source(field, link, from, to, edge, true);
    // A MATCH may end a counted subquery; any other clause must return.
    const matched = lines.at(-1)!.split('\n').at(-1)!.startsWith('MATCH ');
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    if (distinct) lines.push(`RETURN DISTINCT ${to}`);
    else if (!matched) lines.push(`RETURN ${to}`);
    return `{ ${lines.join(' ')} }`;
  }
}
