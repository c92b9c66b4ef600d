import { InputError } from '../errors.ts';
import type { Kind } from '../model/kinds.ts';
import { filtered, inputOf } from './anchor.ts';
import { type Args, Draft } from './draft.ts';
import { CURSOR, KIND, key, type Link, need, ORDER, type Scope } from './field.ts';
import { beyondCursor, orderBy, reverse, type SortKey, signature, sortKeys } from './order.ts';
import { pageSize } from './page.ts';
import type { Shape, Written } from './row.ts';
import type { Field, Selection } from './select.ts';
import { type Text, textOf } from './text.ts';

interface Writing {
  /** Rows as maps, which people can read, instead of lists. */
  readonly named?: boolean;
}

/** One Cypher statement for a selection. `args` decide its text only by their shape. */
export function compile({ root }: Selection, args: Args, { named = false }: Writing = {}): Text {
  const write = new Writer(args, named);
  return textOf(write.root(root), write.draft);
}

/** The same for nodes known by id, many at once: what a DataLoader sends. */
export function compileBatch(
  { root }: Selection,
  args: Args,
  kind: Kind,
  { named = false }: Writing = {},
): Text {
  const write = new Writer(args, named);
  const { cypher, shape } = write.draft.within(
    () => 1,
    () => write.projection('n', root.children, root.abstract),
  );
  const text = `UNWIND $ids AS id\nMATCH (n:${kind} {id: id})\nRETURN id, ${cypher} AS value`;
  return textOf({ cypher: text, shape }, write.draft);
}

const block = (lines: readonly string[]) => `{\n  ${lines.join('\n').replaceAll('\n', '\n  ')}\n}`;
const many = (shape: Shape | null): Shape | null => shape && { ...shape, many: true };
const plain = (cypher: string): Written => ({ cypher, shape: null });
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
  private named: boolean;

  constructor(args: Args, named: boolean) {
    this.args = args;
    this.named = named;
  }

  root(field: Field): Written {
    this.first = field.args;
    const link = field.planned as Link;
    if (link.as === 'connection') {
      const { cypher, shape } = this.connection(field, link, '');
      return { cypher: `RETURN ${cypher} AS value`, shape };
    }
    let shape: Shape | null = null;
    const lines = this.rows(field, link, '', (v) => {
      const value = this.projection(v, field.children, field.abstract);
      shape = link.as === 'list' && !link.identified ? many(value.shape) : value.shape;
      if (link.identified) return `${value.cypher} AS value, ${v}.id AS id`;
      // One record for all: the driver makes more of a record than of an item of a list.
      return link.as === 'list' ? `collect(${value.cypher}) AS value` : `${value.cypher} AS value`;
    });
    return { cypher: lines.join('\n'), shape };
  }

  /** `[n0.name, n0.designation, COLLECT {…}]`: one entry per response key. */
  projection(v: string, fields: readonly Field[], abstract: boolean): Written {
    return this.row(v, this.entries(v, fields, abstract));
  }

  /** Entries as a list, or as a map where they are to be read by people or each kind has its own. */
  private row(v: string, entries: ReadonlyMap<string, Written>): Written {
    const written = [...entries];
    if (!this.named)
      return {
        cypher: `[${written.map(([, { cypher }]) => cypher).join(', ')}]`,
        shape: {
          keys: written.map(([name]) => (name.startsWith('`') ? key(name) : name)),
          parts: written.map(([, { shape }]) => shape),
        },
      };
    // A property by its own name needs a node or a relationship; a plain map takes any variable.
    const own = written.some(([name, { cypher }]) => cypher === `${v}.${name}`);
    const texts = written.map(([name, { cypher }]) =>
      cypher === `${v}.${name}` ? `.${name}` : `${name}: ${cypher}`,
    );
    return plain(`${own ? `${v} ` : ''}{${texts.join(', ')}}`);
  }

  private entries(
    v: string,
    fields: readonly Field[],
    abstract: boolean,
    node?: string,
  ): Map<string, Written> {
    const entries = new Map<string, Written>(abstract ? [[KIND, plain(`labels(${v})`)]] : []);
    for (const field of fields) {
      const { planned } = field;
      if (planned?.as === 'needs')
        for (const p of planned.properties) entries.set(need(p), plain(`${v}.${p}`));
      if (!planned || planned.as === 'needs' || planned.as === 'cursor') continue;
      const same = fields.filter((f) => f.key === field.key);
      if (same.length === 1) entries.set(field.key, this.value(field, v, node));
      else if (field === same[0]) entries.set(field.key, this.choice(same, v, node));
    }
    return entries;
  }

  /** One response key that means something else on each kind. Its rows are maps: lists of each kind differ. */
  private choice(same: readonly Field[], v: string, node?: string): Written {
    const { named } = this;
    this.named = true;
    const cases = same.map((f) => `WHEN ${v}:${f.on} THEN ${this.value(f, v, node).cypher}`);
    this.named = named;
    return plain(`CASE ${cases.join(' ')} END`);
  }

  private value(field: Field, v: string, node?: string): Written {
    const planned = field.planned!;
    if (planned.as === 'property') return plain(`${v}.${planned.property}`);
    if (planned.as === 'expression') return plain(planned.cypher(v));
    if (planned.as === 'node') return this.projection(node!, field.children, field.abstract);
    if (!isLink(planned))
      throw new InputError(
        `"${field.key}" means something else on each kind; give it an alias per kind.`,
      );
    const from = field.on ? `${v}:${field.on}` : v;
    if (planned.as === 'connection') return this.connection(field, planned, from);
    return this.held(field, planned, from) ?? this.collected(field, planned, from);
  }

  /** One row, or a list of rows. */
  private collected(field: Field, link: Link, from: string): Written {
    let shape: Shape | null = null;
    const rows = this.rows(field, link, from, (to) => {
      const value = this.projection(to, field.children, field.abstract);
      shape = value.shape;
      return value.cypher;
    });
    const cypher = `COLLECT ${block(rows)}`;
    return link.as === 'one'
      ? { cypher: `head(${cypher})`, shape }
      : { cypher, shape: many(shape) };
  }

  /** The most rows a link gives for each of its parents. */
  private size(field: Field, link: Link) {
    return (args: Args) =>
      link.rows?.(args[this.first] ?? {}) ?? pageSize(args[field.args] ?? {}, link);
  }

  /** What the parent holds already, and leads no further: no subquery, which costs a plan and a call. */
  private held(field: Field, link: Link, from: string): Written | null {
    const holding = link.held?.(from);
    if (holding === undefined || field.children.some(leads)) return null;
    const item = this.draft.name('n');
    const { cypher, shape } = this.draft.within(this.size(field, link), () =>
      this.projection(item, field.children, field.abstract),
    );
    // A list of nothing would be a row of nulls.
    const there = link.as === 'one' ? ` WHERE ${item} IS NOT NULL` : '';
    const items = `[${item} IN ${holding}${there} | ${cypher}]`;
    return link.as === 'one'
      ? { cypher: `head(${items})`, shape }
      : { cypher: items, shape: many(shape) };
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

  /** `[COUNT {…}, COLLECT {…}]`: only what is selected. */
  private connection(field: Field, link: Link, from: string): Written {
    this.draft.checks.push((args) => void pageSize(args[field.args]!, link));
    if (link.check) this.draft.checks.push((args) => link.check!(args[field.args] as never));
    const asks = (as: string) => field.children.filter((child) => child.planned?.as === as);
    const lists: Pick<Field, 'key' | 'children'>[] = asks('edges');
    const paged = asks('pageInfo').length > 0;
    if (paged && lists.length === 0) lists.push({ key: 'edges', children: [] });
    const entries = new Map<string, Written>();
    for (const { key: name } of asks('totalCount'))
      entries.set(name, plain(`COUNT ${this.count(field, link, from)}`));
    for (const { key: name, children } of lists) {
      const cursors = paged || children.some((child) => child.planned?.as === 'cursor');
      let shape: Shape | null = null;
      const returning = (to: string, edge: string, keys: readonly SortKey[]) => {
        const edges = this.entries(edge, children, false, to);
        if (cursors) {
          entries.set(ORDER, plain(`'${signature(keys)}'`));
          edges.set(CURSOR, plain(`[${keys.map((k) => k.cypher).join(', ')}]`));
        }
        const written = this.row(edge, edges);
        shape = written.shape;
        return written.cypher;
      };
      const rows = this.rows(field, link, from, returning, paged ? 1 : 0);
      entries.set(name, { cypher: `COLLECT ${block(rows)}`, shape: many(shape) });
    }
    return this.row('', entries);
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
