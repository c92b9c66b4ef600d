import { isStated } from '../../src/graph/stated.ts';
import { foldText } from '../../src/model/ids.ts';
import { FOLLOWED_MODALITIES } from '../../src/model/kinds.ts';
import {
  type Edge,
  type Entity,
  edgeValues,
  type RandomGraph,
  type Value,
  type Values,
} from './random-graph.ts';
import { type Arguments, type Item, relationsOf, type Where } from './selection.ts';

/** An edge as seen from one of its ends. */
interface Step {
  readonly edge: Edge;
  readonly far: Entity;
  readonly out: boolean;
}

type Truth = boolean | null;
const all = (parts: readonly Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const any = (parts: readonly Truth[]): Truth =>
  parts.includes(true) ? true : parts.includes(null) ? null : false;

// Dates are intervals: a month is any of its days.
const firstDay = (date: string) =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
const lastDay = (date: string) =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
const DATES: Readonly<Record<string, (value: string, date: string) => boolean>> = {
  lt: (value, date) => lastDay(value) < firstDay(date),
  gt: (value, date) => firstDay(value) > lastDay(date),
  lte: (value, date) => firstDay(value) <= lastDay(date),
  gte: (value, date) => lastDay(value) >= firstDay(date),
  eq: (value, date) => value.startsWith(date),
  ne: (value, date) => !value.startsWith(date),
};

function compare(value: Value | undefined, operator: string, given: unknown): Truth {
  if (operator === 'isNull') return (value == null) === given;
  if (value == null) return null;
  if (operator === 'in' || operator === 'notIn') {
    const found = (given as Value[]).some((each) => compare(value, 'eq', each));
    return (operator === 'in') === found;
  }
  if (operator === 'contains') return foldText(String(value)).includes(foldText(String(given)));
  if (operator === 'startsWith') return foldText(String(value)).startsWith(foldText(String(given)));
  if (/^\d{4}(-\d\d){0,2}$/.test(String(given)) && typeof given === 'string')
    return DATES[operator]!(String(value), given);
  const [a, b] = [value as number, given as number];
  switch (operator) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'lt':
      return a < b;
    case 'lte':
      return a <= b;
    case 'gt':
      return a > b;
    default:
      return a >= b;
  }
}

const compareAll = (value: Value | undefined, conditions: Where): Truth =>
  all(Object.entries(conditions).map(([op, given]) => compare(value, op, given)));

function order(a: Value | undefined, b: Value | undefined): number {
  if (a == null || b == null) return a == null ? (b == null ? 0 : 1) : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const told = ({ values }: Edge, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]));

/** Answers selections by walking a graph in memory, one node after the other: slow, and easy to believe. */
export class NaiveGraph {
  private readonly steps = new Map<string, Step[]>();
  readonly entities: readonly Entity[];
  private readonly edges: RandomGraph['edges'];

  constructor({ entities, edges }: RandomGraph) {
    this.entities = entities;
    this.edges = edges;
    const byId = new Map(entities.map((entity) => [String(entity.values.id), entity]));
    const add = (from: string, to: string, edge: Edge, out: boolean) =>
      this.steps.set(from, [...(this.steps.get(from) ?? []), { edge, far: byId.get(to)!, out }]);
    for (const edge of edges) {
      add(edge.source, edge.target, edge, true);
      add(edge.target, edge.source, edge, false);
    }
  }

  /** The same with what was published by then alone, which counts for all that is walked from there. */
  private knownBy(day: string | undefined): NaiveGraph {
    if (day === undefined) return this;
    const isKnown = (date: string | null) => date !== null && DATES.lte!(date, day);
    const edges = this.edges.flatMap((edge) => {
      const statements = edge.statements.filter(({ publishedOn }) => isKnown(publishedOn));
      const values = edgeValues(String(edge.values.id), statements);
      return statements.length > 0 ? [{ ...edge, statements, values }] : [];
    });
    // No statement of such a graph tells a property.
    const entities = this.entities.map(({ kind, values }) => ({
      kind,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, isStated(name) ? null : value]),
      ),
    }));
    return new NaiveGraph({ entities, edges });
  }

  /** The whole list, filtered and in order, and the page of it that was asked for. */
  list(
    kind: string,
    args: Arguments,
  ): { readonly all: readonly Entity[]; readonly page: readonly Entity[] } {
    const found = this.entities
      .filter((entity) => kind === 'Entity' || entity.kind === kind)
      .filter((entity) => !args.where || this.holds(entity, undefined, args.where) === true)
      .map((far) => ({ far, edge: undefined }));
    const sorted = this.sorted(found, args).map(({ far }) => far);
    return { all: sorted, page: sorted.slice(0, args.first) };
  }

  answer(entity: Entity, items: readonly Item[]): Record<string, unknown> {
    const answer: Record<string, unknown> = {};
    for (const { key, on, property, relation, args, below, statements } of items) {
      if (on !== undefined && on !== entity.kind) continue;
      if (property) answer[key] = entity.values[property] ?? null;
      else if (!relation) answer[key] = entity.kind;
      else {
        const graph = this.knownBy(args?.asOf?.known);
        const all = graph.follow(entity, relation.field, args!);
        answer[key] = {
          totalCount: all.length,
          pageInfo: { hasNextPage: all.length > args!.first },
          edges: all.slice(0, args!.first).map(({ edge, far }) => ({
            relationship: told(edge, ['id', 'modality', 'sourceCount']),
            ...told(edge, ['confidence', 'statementCount', 'firstSeen', 'contested']),
            ...(statements ? { statements: { totalCount: edge.statements.length } } : {}),
            node: graph.answer(far, below!),
          })),
        };
      }
    }
    return answer;
  }

  private follow(entity: Entity, field: string, args: Partial<Arguments>): Step[] {
    const relation = relationsOf(entity.kind).find((each) => each.field === field)!;
    const steps = (this.steps.get(String(entity.values.id)) ?? [])
      .filter(({ edge, out }) => edge.type === relation.type && out === relation.out)
      .filter(({ edge }) => this.isFollowed(edge.values, args))
      .filter(({ far, edge }) => !args.where || this.holds(far, edge, args.where) === true);
    return this.sorted(steps, args);
  }

  private isFollowed(edge: Values, { modality, asOf, minConfidence }: Partial<Arguments>): boolean {
    const dated = (name: string) => (edge[name] == null ? undefined : String(edge[name]));
    if (!(modality ?? FOLLOWED_MODALITIES).includes(edge.modality as never)) return false;
    if (minConfidence !== undefined && Number(edge.confidence) < minConfidence) return false;
    const day = asOf?.valid;
    if (!day) return true;
    const until = dated('to');
    const since = ['on', 'from', 'since'].flatMap((name) => dated(name) ?? []);
    return since.every((date) => DATES.lte!(date, day)) && (!until || DATES.gte!(until, day));
  }

  private holds(entity: Entity, edge: Edge | undefined, where: Where): Truth {
    return all(
      Object.entries(where).map(([name, given]): Truth => {
        const inner = given as Where;
        const many = given as readonly Where[];
        if (name === 'or') return any(many.map((each) => this.holds(entity, edge, each)));
        if (name === 'not') return this.holds(entity, edge, inner) !== true;
        if (name === 'is') return (given as readonly string[]).includes(entity.kind);
        if (name === 'edge')
          return all(
            Object.entries(inner).map(([property, conditions]) =>
              compareAll(edge!.values[property], conditions as Where),
            ),
          );
        const quantified = relationsOf(entity.kind).some(({ field }) => field === name);
        if (quantified) return this.quantified(entity, name, inner);
        if (name in entity.values) return compareAll(entity.values[name], inner);
        return name.toLowerCase() === entity.kind.toLowerCase()
          ? this.holds(entity, edge, inner)
          : false;
      }),
    );
  }

  private quantified(entity: Entity, field: string, given: Where): Truth {
    return all(
      Object.entries(given).map(([quantifier, where]) => {
        const agree = this.follow(entity, field, {}).map(
          ({ far, edge }) => this.holds(far, edge, where as Where) === true,
        );
        if (quantifier === 'every') return !agree.includes(false);
        return agree.includes(true) === (quantifier === 'some');
      }),
    );
  }

  private sorted<T extends { readonly far: Entity; readonly edge: Edge | undefined }>(
    rows: readonly T[],
    { orderBy = [] }: Partial<Arguments>,
  ): T[] {
    const keys = orderBy.map((choice) => {
      const [[name, how]] = Object.entries(choice) as [[string, string | Record<string, string>]];
      const [[inner, direction]] = Object.entries(
        typeof how === 'string' ? { [name]: how } : how,
      ) as [[string, string]];
      return {
        sign: direction === 'DESC' ? -1 : 1,
        of: ({ far, edge }: T) => (typeof how === 'string' ? far : edge!).values[inner],
      };
    });
    const ids = (row: T) => [row.far.values.id, row.edge?.values.id ?? ''];
    return [...rows].sort((a, b) => {
      for (const { sign, of } of keys) {
        // What has no value comes last, whatever the direction.
        const way = order(of(a), of(b)) * (of(a) == null || of(b) == null ? 1 : sign);
        if (way !== 0) return way;
      }
      return order(ids(a)[0], ids(b)[0]) || order(ids(a)[1], ids(b)[1]);
    });
  }
}
