import { InputError, TooLargeError } from '../errors.ts';
import type { Kind } from '../model/kinds.ts';
import { decodeCursor } from './cursor.ts';
import { type Args, Draft } from './draft.ts';
import { CURSOR, KIND, type Link, need, ORDER, type Scope } from './field.ts';
import { conditionOf, conditions, inputObject, reach } from './filter.ts';
import { after, orderBy, reverse, type SortKey, signature, sortKeys } from './order.ts';
import { pageSize } from './page.ts';
import type { Field, Selection } from './select.ts';

/** Neo4j plans a new text once, at about 15 ms for each. */
const LINKS_MAX = 40;

export interface Text {
  readonly cypher: string;
  /** @throws {InputError} when a page size or an argument is out of bounds */
  readonly bind: (args: Args) => { params: Record<string, unknown>; cost: number };
}

/** One Cypher statement for a selection. `args` decide its text only by their shape. */
export function compile({ root }: Selection, args: Args): Text {
  const write = new Writer(args);
  return write.text(write.root(root));
}

/** The same for nodes known by id, many at once: what a DataLoader sends. */
export function compileBatch({ root }: Selection, args: Args, kind: Kind): Text {
  const write = new Writer(args);
  const value = write.draft.within(
    () => 1,
    () => write.projection('n', root.children, root.abstract),
  );
  return write.text(`UNWIND $ids AS id\nMATCH (n:${kind} {id: id})\nRETURN id, ${value} AS value`);
}

const block = (lines: readonly string[]) => `{\n  ${lines.join('\n').replaceAll('\n', '\n  ')}\n}`;
/** A map projection where a property is taken by its own name, else a plain map, which any variable allows. */
const map = (v: string, entries: readonly string[]) =>
  `${entries.some((entry) => entry.startsWith('.')) ? `${v} ` : ''}{${entries.join(', ')}}`;
const isLink = (planned: unknown): planned is Link =>
  typeof planned === 'object' && planned !== null && 'clause' in planned;

class Writer {
  readonly draft = new Draft();
  /** Place of the root field's arguments. */
  private first = -1;
  private readonly args: Args;

  constructor(args: Args) {
    this.args = args;
  }

  text(cypher: string): Text {
    const { parameters, levels, checks } = this.draft;
    if (levels.length > LINKS_MAX)
      throw new TooLargeError(
        `the selection follows ${levels.length} relations, more than ${LINKS_MAX}; ask in several requests.`,
      );
    return {
      cypher,
      bind: (args) => {
        for (const check of checks) check(args);
        const sizes: number[] = [];
        for (const { parent, size } of levels) sizes.push((sizes[parent] ?? 1) * size(args));
        return {
          params: Object.fromEntries(parameters.map((read, i) => [`p${i}`, read(args)])),
          cost: sizes.reduce((a, b) => a + b, 0),
        };
      },
    };
  }

  root(field: Field): string {
    this.first = field.args;
    const link = field.planned as Link;
    if (link.as === 'connection') return `RETURN ${this.connection(field, link, '')} AS value`;
    return this.rows(field, link, '', (v) => {
      const value = this.projection(v, field.children, field.abstract);
      return link.identified ? `${value} AS value, ${v}.id AS id` : `${value} AS value`;
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
    const rows = this.rows(field, planned, from, (to) =>
      this.projection(to, field.children, field.abstract),
    );
    return planned.as === 'one' ? `head(COLLECT ${block(rows)})` : `COLLECT ${block(rows)}`;
  }

  private scope(field: Field, from: string, to: string, edge: string): Scope {
    return {
      from,
      to,
      edge,
      name: (prefix) => this.draft.name(prefix),
      param: (name, as) => this.draft.parameter([field.args, ...name.split('.')], as),
      where: (name, node) => {
        const type = this.inputOf(field, name);
        const given = this.args[field.args]?.[name] as Record<string, unknown> | null | undefined;
        return type && given
          ? conditions(this.draft, type, given, { node, edge: '' }, [field.args, name])
          : [];
      },
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
    const forward = link.order
      ? link.order(to)
      : link.sorted === false
        ? []
        : sortKeys(
            this.inputOf(field, 'orderBy'),
            (given.orderBy ?? []) as never,
            to,
            edge,
            link.as === 'connection' && link.parallel === true,
          );
    const keys = backward ? reverse(forward) : forward;
    const bound = backward ? 'before' : 'after';
    if (given[bound] != null) {
      const order = signature(forward);
      const at = keys.map((_key, i) =>
        draft.parameter([field.args, bound], (cursor: string) => {
          const value = decodeCursor(order, keys.length, cursor)[i];
          return Number.isInteger(value) ? draft.int(value as number) : value;
        }),
      );
      where.push(after(keys, at));
    } else if (link.root && link.as === 'connection' && !link.order && keys[0] && !keys[0].nullable)
      where.push(`${keys[0].cypher} IS NOT NULL`);
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);

    const size = (args: Args) =>
      link.rows?.(args[this.first] ?? {}) ?? pageSize(args[field.args] ?? {}, link);
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
    return draft.within(size, () => {
      if (alone) return [...lines, `RETURN ${returning(to, edge, forward)}`];
      const sort = keys.length > 0 ? ` ORDER BY ${orderBy(keys)}` : '';
      if (sort || limit)
        lines.push(
          `WITH ${distinct ? 'DISTINCT ' : ''}${edge ? `${to}, ${edge}` : to}${sort}${limit ? ` LIMIT ${limit}` : ''}`,
        );
      return [...lines, `RETURN ${returning(to, edge, forward)}`];
    });
  }

  private inputOf = (field: Field, name: string) => {
    const arg = field.field.args.find((a) => a.name === name);
    return arg && inputObject(arg.type);
  };

  /** The clause and the filter. A filter on the id of a related node becomes the place where a root list starts. */
  private source(field: Field, link: Link, from: string, to: string, edge: string) {
    const lines = [link.clause(this.scope(field, from, to, edge))];
    this.draft.conditions = 0; // counted per filter
    const given = {
      ...(this.args[field.args]?.where as
        | Record<string, Record<string, Record<string, object>>>
        | undefined),
    };
    const type = link.filters ? undefined : this.inputOf(field, 'where');
    const where: string[] = [];
    if (link.holds) where.push(...link.holds(this.scope(field, from, to, edge)));
    let distinct = link.as !== 'connection' && link.parallel === true;
    if (link.root && type)
      for (const [name, value] of Object.entries(given)) {
        const condition = conditionOf(type, name);
        if (!('link' in condition) || !value?.some?.id || Object.keys(value).length > 1) continue;
        const path = [field.args, 'where', name, 'some'];
        const anchor = reach(
          this.draft,
          condition.link,
          inputObject(type.getFields()[name]!.type),
          'some',
          value.some,
          to,
          path,
        );
        lines.push(anchor.match);
        where.push(...anchor.holds, ...anchor.asked);
        distinct = true;
        delete given[name];
      }
    if (type)
      where.push(...conditions(this.draft, type, given, { node: to, edge }, [field.args, 'where']));
    return { lines, where, distinct };
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
    const { lines, where, distinct } = this.source(field, link, from, to, edge);
    // A MATCH may end a counted subquery; any other clause must return.
    const matched = lines.at(-1)!.split('\n').at(-1)!.startsWith('MATCH ');
    if (where.length > 0) lines.push(`WHERE ${where.join(' AND ')}`);
    if (distinct) lines.push(`RETURN DISTINCT ${to}`);
    else if (!matched) lines.push(`RETURN ${to}`);
    return `{ ${lines.join(' ')} }`;
  }
}
