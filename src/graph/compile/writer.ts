import { InputError } from '../../errors.ts';
import { grouped } from '../../grouped.ts';
import { isOfKind, kindAt } from '../held.ts';
import { pageSize } from '../read/page.ts';
import { Pages } from '../read/pages.ts';
import { many, plain, type Shape, type Written } from '../read/row.ts';
import {
  type Aggregate,
  AT,
  CURSOR,
  isStep,
  KIND,
  KNOWN,
  key,
  need,
  ORDER,
  type Planned,
  type Step,
} from './field.ts';
import { type SortKey, signature } from './order.ts';
import type { Field, Selection } from './select.ts';
import { type Args, StatementBuilder } from './statement-builder.ts';

/** Whether a field needs a subquery: the parent's row does not hold all that lies below it. */
const leads = ({ planned, children }: Field): boolean =>
  isStep(planned) && (planned.held === undefined || children.some(leads));

/** Writes one statement. */
export class Writer {
  readonly draft = new StatementBuilder();
  private readonly pages: Pages;
  private named: boolean;
  private readonly excerpts: boolean;

  constructor({ root }: Selection, args: Args, named: boolean, excerpts: boolean) {
    this.pages = new Pages(this.draft, args, root.args);
    this.named = named;
    this.excerpts = excerpts;
  }

  root(field: Field): Written {
    return this.pages.asOf(field, () => this.rooted(field));
  }

  private rooted(field: Field): Written {
    const step = field.planned as Step;
    if (step.as === 'connection') {
      const found =
        step.query?.once && field.children.length > 1 ? this.pages.findOnce(field, step) : '';
      const { cypher, shape } = this.connection(field, step, '');
      const text = `${found || 'RETURN '}${cypher} AS value${found && '\nRETURN value'}`;
      return { cypher: text, shape };
    }
    let shape: Shape | null = null;
    const lines = this.pages.rows(field, step, '', (v) => {
      const value = this.projection(v, field.children, field.abstract);
      shape = step.as === 'list' && !step.query?.identified ? many(value.shape) : value.shape;
      if (step.query?.identified) return `${value.cypher} AS value, id`;
      // One record for all rows: the driver spends more time on a record than on a list item.
      return step.as === 'list' ? `collect(${value.cypher}) AS value` : `${value.cypher} AS value`;
    });
    return { cypher: lines.join('\n'), shape };
  }

  /** `[n0.name, n0.designation, COLLECT {…}]`: one entry per response key. */
  projection(v: string, fields: readonly Field[], abstract: boolean): Written {
    return this.row(v, this.entries(v, fields, abstract));
  }

  /** Writes entries as a list; as a map for people, or where each kind has its own fields. */
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
    const isOwn = ([name, { cypher }]: [string, Written]) =>
      cypher === `${v}.${name}` && !this.draft.isSummary(v);
    const own = written.some(isOwn);
    const texts = written.map((entry) =>
      isOwn(entry) ? `.${entry[0]}` : `${entry[0]}: ${entry[1].cypher}`,
    );
    return plain(`${own ? `${v} ` : ''}{${texts.join(', ')}}`);
  }

  private entries(
    v: string,
    fields: readonly Field[],
    abstract: boolean,
    node?: string,
  ): Map<string, Written> {
    const entries = new Map<string, Written>(
      abstract ? [[KIND, plain(kindAt(v, this.draft.at))]] : [],
    );
    for (const [name, same] of grouped(fields, ({ key }) => key)) {
      const field = same[0]!;
      if (same.length > 1) {
        entries.set(name, this.choice(same, v, node));
        continue;
      }
      const { planned } = field;
      if (planned?.as === 'needs') this.needs(planned, v, entries);
      else if (planned && planned.as !== 'cursor')
        entries.set(field.key, this.value(field, v, node));
    }
    return entries;
  }

  /** Adds the properties that a computed field reads; all its aliases share them. */
  private needs(
    { properties, excerpt, bytes }: Extract<Planned, { as: 'needs' }>,
    v: string,
    entries: Map<string, Written>,
  ): void {
    const cut = this.excerpts ? excerpt : undefined;
    this.draft.weigh(cut === undefined ? bytes : 2 * cut);
    // One character more than is shown, so that the resolver knows that the text goes on.
    const read = (name: string) =>
      cut === undefined ? this.draft.property(v, name) : `left(${v}.${name}, ${cut + 1})`;
    for (const name of properties) entries.set(need(name), plain(read(name)));
    const { at, known } = this.draft;
    if (at !== undefined) entries.set(AT, plain(at));
    if (known !== undefined) entries.set(KNOWN, plain(known));
  }

  /** Writes a key that means something else on each kind, with maps because lists would differ. */
  private choice(same: readonly Field[], v: string, node?: string): Written {
    const { named } = this;
    this.named = true;
    const cases = same.map(
      (f) => `WHEN ${isOfKind(v, f.on!, this.draft.at)} THEN ${this.value(f, v, node).cypher}`,
    );
    this.named = named;
    return plain(`CASE ${cases.join(' ')} END`);
  }

  private value(field: Field, v: string, node?: string): Written {
    const planned = field.planned!;
    if (planned.as === 'property' || planned.as === 'expression') {
      this.draft.weigh(planned.bytes);
      return plain(
        planned.as === 'property'
          ? this.draft.property(v, planned.property)
          : planned.cypher(this.draft.anchorOf(v), this.draft.at),
      );
    }
    if (planned.as === 'node') return this.projection(node!, field.children, field.abstract);
    if (!isStep(planned))
      throw new InputError(
        `"${field.key}" means something else on each kind; give it an alias per kind.`,
      );
    // Of the past, what is not there any more has no label of its kind; its relationships tell enough.
    const from = field.on && this.draft.at === undefined ? `${v}:${field.on}` : v;
    return this.pages.asOf(field, () => {
      if (planned.as === 'connection') return this.connection(field, planned, from);
      return this.held(field, planned, from) ?? this.collected(field, planned, from);
    });
  }

  /** Formats a subquery: indented for people, else on one line, since every request sends it. */
  private block(lines: readonly string[]): string {
    const text = lines.join('\n');
    return this.named ? `{\n  ${text.replaceAll('\n', '\n  ')}\n}` : `{ ${text} }`;
  }

  /** Writes a subquery that returns one row or a list of rows. */
  private collected(field: Field, step: Step, from: string): Written {
    let shape: Shape | null = null;
    const rows = this.pages.rows(field, step, from, (to) => {
      const value = this.projection(to, field.children, field.abstract);
      shape = value.shape;
      return value.cypher;
    });
    const cypher = `COLLECT ${this.block(rows)}`;
    return step.as === 'one'
      ? { cypher: `head(${cypher})`, shape }
      : { cypher, shape: many(shape) };
  }

  /** Writes rows that the parent's row holds, without the time of planning a subquery. */
  private held(field: Field, step: Step, from: string): Written | null {
    const holding = step.held?.(from);
    // Of the past, the version of what is held has to be looked for, or its summary made.
    const { at, known } = this.draft;
    const isPast = at !== undefined || known !== undefined;
    if (holding === undefined || isPast || field.children.some(leads)) return null;
    const item = this.draft.name('n');
    const size = this.pages.size(field, step);
    const { cypher, shape } = this.draft.within({ size }, () =>
      this.projection(item, field.children, field.abstract),
    );
    // Without this condition, a parent that holds nothing would give a row of nulls.
    const there = step.as === 'one' ? ` WHERE ${item} IS NOT NULL` : '';
    const items = `[${item} IN ${holding}${there} | ${cypher}]`;
    return step.as === 'one'
      ? { cypher: `head(${items})`, shape }
      : { cypher: items, shape: many(shape) };
  }

  /** `[COUNT {…}, COLLECT {…}]`: only what is selected. */
  private connection(field: Field, step: Step, from: string): Written {
    this.draft.checks.push((args) => void pageSize(args[field.args]!, step));
    if (step.check) this.draft.checks.push((args) => step.check!(args[field.args] as never));
    const asks = (as: string) => field.children.filter((child) => child.planned?.as === as);
    const lists: Pick<Field, 'key' | 'children'>[] = asks('edges');
    const paged = asks('pageInfo').length > 0;
    if (paged && lists.length === 0) lists.push({ key: 'edges', children: [] });
    if (lists.length === 0) this.pages.checkCursor(field, step);
    const entries = new Map<string, Written>();
    for (const { key: name } of asks('totalCount'))
      entries.set(name, plain(`COUNT ${this.pages.count(field, step, from)}`));
    for (const { key: name, planned } of asks('aggregate')) {
      this.draft.weigh();
      const rows = this.pages.all(field, step, from, planned as Aggregate);
      // The list is wrapped in a map, because `paginate` cuts bare lists to a page.
      entries.set(name, plain(`{all: COLLECT ${this.block(rows)}}`));
    }
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
      const rows = this.pages.rows(field, step, from, returning, paged ? 1 : 0);
      entries.set(name, { cypher: `COLLECT ${this.block(rows)}`, shape: many(shape) });
    }
    return this.row('', entries);
  }
}
