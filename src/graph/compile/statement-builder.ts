import { integer } from '../../db/integer.ts';
import { InputError } from '../../errors.ts';
import type { Along, Sizes } from '../degrees.ts';
import type { Bytes } from './field.ts';

/** Coerced arguments of every field that takes some, in the order of the selection. */
export type Args = readonly Readonly<Record<string, unknown>>[];
/** Where a value is found in the arguments: which field, which argument, and on into input objects. */
export type Path = readonly (string | number)[];

const same = (value: unknown) => value;

/** Bolt sends a JavaScript number as a float; LIMIT and integer properties want an integer. */
export const whole = (value: number): unknown => integer(value);

/** One list of a statement, as far as it matters for what the statement costs. */
export interface Level {
  /** The most rows it may have for each of its parents. */
  readonly size: (args: Args) => number;
  /** The relationships that are read for it. */
  readonly along?: Along | undefined;
  /** What its clause reads besides, for each of its parents. */
  readonly reads?: ((args: Args, sizes: Sizes) => number) | undefined;
}

/** The values of one row. */
interface Weight {
  bytes: number;
  /** Whole texts of documents. */
  texts: number;
}

/** Of a value that nothing else is known of, with its key and what JSON adds. */
const VALUE_BYTES = 40;

/** A statement being written: names, parameters and the size of each level. */
export class Draft {
  readonly parameters: ((args: Args) => unknown)[] = [];
  readonly levels: (Level & Weight & { readonly parent: number })[] = [];
  readonly checks: ((args: Args) => void)[] = [];
  /** Conditions of the filter that is being written: for each, the relations that lead to what it compares. */
  conditions: (readonly Along[])[] = [];
  /** The relations that the part of the filter is below of which is being written. */
  followed: readonly Along[] = [];
  private names = 0;
  private readonly known = new Map<string, { readonly as: unknown; readonly name: string }[]>();
  private level = -1;

  name(prefix: string) {
    return `${prefix}${this.names++}`;
  }

  /** `$pN`, whose value is read from the arguments of each request; the same value is one parameter. */
  parameter(path: Path, as: (value: never) => unknown = same): string {
    const key = path.join('.');
    const known = this.known.get(key)?.find((p) => p.as === as);
    if (known) return known.name;
    const name = `$p${this.parameters.length}`;
    this.parameters.push((args) =>
      as(
        path.reduce<unknown>(
          (value, step) => (value as Record<string, unknown>)[step],
          args,
        ) as never,
      ),
    );
    this.known.set(key, [...(this.known.get(key) ?? []), { as, name }]);
    return name;
  }

  /** Writes one level of nesting. */
  within<T>(level: Level, write: () => T): T {
    const parent = this.level;
    this.level = this.levels.push({ ...level, parent, bytes: 0, texts: 0 }) - 1;
    const result = write();
    this.level = parent;
    return result;
  }

  /** Counts a value of each row of the level that is being written. */
  weigh(bytes: Bytes = VALUE_BYTES): void {
    const level = this.levels[this.level];
    if (!level) return;
    if (bytes === 'text') level.texts++;
    else level.bytes += bytes;
  }

  readonly int = (value: number | readonly number[]): unknown =>
    typeof value === 'number' ? whole(value) : value.map(whole);
  readonly none = (name: string): never => {
    throw new InputError(`a relation filter has no argument ${name}.`);
  };
}
