import { toInteger } from '../../db/integer.ts';
import { InputError } from '../../errors.ts';
import { isEntityKind } from '../../model/kinds.ts';
import type { Along, Sizes } from '../degrees.ts';
import type { Moment } from '../held.ts';
import type { AsOf, Known } from '../known.ts';
import { isStated, statedAsKnown } from '../stated.ts';
import type { Bytes } from './field.ts';

/** Coerced arguments of every field that takes any, in the order of the selection. */
export type Args = readonly Readonly<Record<string, unknown>>[];
/** Where a value is found in `Args`: index of the field, argument, and on into input objects. */
export type Path = readonly (string | number)[];

const same = (value: unknown) => value;

/** What the cost of a statement depends on for one of its lists. */
export interface Level {
  /** The most rows for each parent. */
  readonly size: (args: Args) => number;
  /** The relationship type and direction that is read for it. */
  readonly along?: Along | undefined;
  /** Further reads of its clause for each parent, in relationships. */
  readonly reads?: ((args: Args, sizes: Sizes) => number) | undefined;
}

/** What the values of one row weigh. */
interface Weight {
  bytes: number;
  /** How many whole texts of documents a row holds. */
  texts: number;
}

/** Assumed bytes of an ordinary value, with its key and what JSON adds. */
const VALUE_BYTES = 40;

/** Where the summary that a variable is of is to be written. */
const placeOf = (variable: string) => `<summary ${variable}>`;

/** A statement under construction: its names, its parameters and the size of each level. */
export class StatementBuilder {
  readonly parameters: ((args: Args) => unknown)[] = [];
  readonly levels: (Level & Weight & { readonly parent: number; readonly told: boolean })[] = [];
  readonly checks: ((args: Args) => void)[] = [];
  /** For each condition of the filter being written, the relations that lead to its value. */
  conditions: (readonly Along[])[] = [];
  /** As of when the part is read that is being written. */
  at: Moment;
  /** By which day what counts in it must have been published. */
  known: Known;
  /** The `since` of the field being written, or of one that it lies in. */
  since: Moment;
  /** The relations that lead to the part of the filter being written. */
  followed: readonly Along[] = [];
  private readonly anchors = new Map<string, string>();
  private readonly summaries = new Map<string, (read: readonly string[]) => string>();
  private readonly entities = new Set<string>();
  private names = 0;
  private readonly bound = new Map<string, { readonly as: unknown; readonly name: string }[]>();
  private level = -1;

  name(prefix: string) {
    return `${prefix}${this.names++}`;
  }

  /** The node that a variable is a version of: of that the relationships are. */
  anchorOf(variable: string): string {
    return this.anchors.get(variable) ?? variable;
  }

  /** Names the node that a variable is to be a version of. */
  anchor(variable: string): string {
    const anchor = `${variable}_`;
    this.anchors.set(variable, anchor);
    return anchor;
  }

  /**
   * What is written for a summary of which only those properties are made that the statement reads:
   * that is known when all of it is written.
   * @param write given the names of these properties
   */
  summary(variable: string, write: (read: readonly string[]) => string): string {
    this.summaries.set(variable, write);
    return placeOf(variable);
  }

  isSummary(variable: string): boolean {
    return this.summaries.has(variable);
  }

  /** The text of a statement with its summaries. */
  filled(text: string): string {
    let filled = text;
    for (const [variable, write] of this.summaries) {
      const read = [...text.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))];
      filled = filled.replaceAll(placeOf(variable), write(read.map((found) => found[1]!)));
    }
    return filled;
  }

  /** Notes what a variable is of, so that its properties are read as those of an entity. */
  is(variable: string, kind: string): void {
    if (kind === 'Entity' || isEntityKind(kind)) this.entities.add(variable);
  }

  /** A property, which of an entity is what is told of it as of when it is read. */
  property(variable: string, name: string): string {
    const { at, known } = this;
    return known !== undefined && this.entities.has(variable) && isStated(name)
      ? statedAsKnown(this.anchorOf(variable), name, { at, known })
      : `${variable}.${name}`;
  }

  /** Writes a part that is read as of another moment, or another day. */
  as<T>({ at, known }: AsOf, write: () => T): T {
    const before = { at: this.at, known: this.known };
    Object.assign(this, { at, known });
    const result = write();
    Object.assign(this, before);
    return result;
  }

  /** `$pN`, whose value is read from each request's arguments; equal values share one. */
  parameter(path: Path, as: (value: never) => unknown = same): string {
    const key = path.join('.');
    const bound = this.bound.get(key)?.find((p) => p.as === as);
    if (bound) return bound.name;
    const name = `$p${this.parameters.length}`;
    this.parameters.push((args) =>
      as(
        path.reduce<unknown>(
          (value, step) => (value as Record<string, unknown>)[step],
          args,
        ) as never,
      ),
    );
    this.bound.set(key, [...(this.bound.get(key) ?? []), { as, name }]);
    return name;
  }

  /** Writes one level of nesting, whose values `weigh` counts. */
  within<T>(level: Level, write: () => T): T {
    const parent = this.level;
    const told = this.known !== undefined;
    this.level = this.levels.push({ ...level, told, parent, bytes: 0, texts: 0 }) - 1;
    const result = write();
    this.level = parent;
    return result;
  }

  /** Counts a value in each row of the level that is being written. */
  weigh(bytes: Bytes = VALUE_BYTES): void {
    const level = this.levels[this.level];
    if (!level) return;
    if (bytes === 'text') level.texts++;
    else level.bytes += bytes;
  }

  readonly int = (value: number | readonly number[]): unknown =>
    typeof value === 'number' ? toInteger(value) : value.map(toInteger);
  readonly none = (name: string): never => {
    throw new InputError(`a relation filter has no argument ${name}.`);
  };
}
