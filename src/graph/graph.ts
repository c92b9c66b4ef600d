import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Reader } from '../db/read/reader.ts';
import type { Kind } from '../model/kinds.ts';
import type { Step } from './compile/field.ts';
import { type Admit, Budget, type Cost, type Priced } from './cost.ts';
import { NO_SIZES, type Sizes } from './degrees.ts';
import { fieldPath, plan, type Statement, type Variation } from './plan.ts';
import type { Row } from './read/page.ts';

/** A request of at most so many points may be asked together with others of its text. */
const SMALL_POINTS = 3;

/** One statement as it was sent, shown by `extensions.explain`. */
export interface Explained {
  readonly path: string;
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly rows: number;
  readonly ms: number;
}

export interface GraphOptions {
  /** Rows travel as maps, so that people can read what `explained` returns. */
  readonly named?: boolean;
  /** Measured sizes of the graph; without them, only nodes and bytes are counted. */
  readonly degrees?: Sizes;
  /** Long texts are read whole instead of as excerpts. */
  readonly wholeTexts?: boolean;
  /** Called once, when the cost of all root fields is known and nothing was read yet. */
  readonly admit?: Admit;
}

/** Reads the graph for one request: a root field is one statement, everything else is batched. */
export class Graph {
  readonly explained: Explained[] = [];
  private readonly reader: Reader;
  private readonly budget: Budget;
  private readonly named: boolean;
  private readonly degrees: Sizes;
  private readonly excerpts: boolean;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    reader: Reader,
    { named = false, degrees = NO_SIZES, wholeTexts = true, admit }: GraphOptions = {},
  ) {
    this.reader = reader;
    this.budget = new Budget(admit);
    this.named = named;
    this.excerpts = !wholeTexts;
    this.degrees = degrees;
  }

  /** The cost of everything planned so far, shown by `extensions.cost`. */
  get cost(): Priced {
    return this.budget.cost;
  }

  /**
   * Answers a root field with one statement; an `identified` step gives a map by id.
   * @param before reads further parameters; it is called after the arguments are checked
   */
  async root(
    info: GraphQLResolveInfo,
    step: Step,
    variation: Variation = {},
    before: () => Promise<object> | null = () => null,
  ): Promise<unknown> {
    const { cypher, params, decode } = this.plan(info, variation);
    const more = before();
    const all = more ? { ...params, ...(await more) } : params;
    const { identified = false } = step.query ?? {};
    const small = !identified && this.budget.cost.points <= SMALL_POINTS;
    const rows = await this.run(fieldPath(info), cypher, all, small);
    if (identified) return new Map(rows.map((row) => [row.id, decode(row.value)]));
    return decode(rows[0]?.value ?? null);
  }

  /** Reads a node by its id where no plan reaches, with one statement for all its siblings. */
  node(info: GraphQLResolveInfo, kind: Kind, id: string): Promise<unknown> {
    const { cypher, params, decode } = this.plan(info, { batch: kind });
    const name = `${fieldPath(info)} ${JSON.stringify(params)}`;
    return this.batched(name, id, async (ids) => {
      const rows = await this.run(fieldPath(info), cypher, { ...params, ids });
      const found = new Map(rows.map((row) => [row.id, decode(row.value)]));
      return ids.map((each) => found.get(each) ?? null);
    });
  }

  private plan(info: GraphQLResolveInfo, variation: Variation): Statement {
    const { degrees, named, excerpts, budget } = this;
    budget.checkRefusal();
    const accept = (cost: Cost) => budget.spend(cost);
    return plan(info, degrees, { ...variation, named, excerpts }, accept);
  }

  /**
   * Charges the request for work that no statement does.
   * @throws {TooLargeError} when the request as a whole costs too much
   */
  async charge(cost: Cost): Promise<void> {
    this.budget.checkRefusal();
    this.budget.spend(cost);
    await this.budget.beforeReading();
  }

  /** Reads a value by key; `load` is called once per level of the answer. */
  batched<V>(
    name: string,
    id: string,
    load: (ids: readonly string[]) => Promise<readonly V[]>,
  ): Promise<V> {
    let loader = this.loaders.get(name) as DataLoader<string, V> | undefined;
    if (!loader) {
      loader = new DataLoader(load);
      this.loaders.set(name, loader as DataLoader<string, unknown>);
    }
    return loader.load(id);
  }

  /** Runs a statement that was not compiled from a selection, once the request is admitted. */
  async run(
    path: string,
    cypher: string,
    params: Record<string, unknown>,
    small = false,
  ): Promise<Row[]> {
    await this.budget.beforeReading();
    const start = performance.now();
    const rows = await this.reader.run(path, cypher, params, small);
    this.explained.push({ path, cypher, params, rows: rows.length, ms: performance.now() - start });
    return rows;
  }
}
