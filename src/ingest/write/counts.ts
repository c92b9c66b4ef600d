/** A nested table of counts by name, without zeros. */
export class Counts {
  readonly #of = new Map<string, number | Counts>();

  /** The count at a path; 0 where there is none, or a table. */
  at(...path: readonly string[]): number {
    const found = this.#find(path);
    return typeof found === 'number' ? found : 0;
  }

  /** The table at a path; an empty one where there is none. */
  under(...path: readonly string[]): Counts {
    const found = this.#find(path);
    return found instanceof Counts ? found : new Counts();
  }

  #find(path: readonly string[]): number | Counts | undefined {
    let found: number | Counts | undefined = this;
    for (const name of path) found = found instanceof Counts ? found.#of.get(name) : undefined;
    return found;
  }

  get isEmpty(): boolean {
    return this.#of.size === 0;
  }

  names(): string[] {
    return [...this.#of.keys()];
  }

  numbers(): [name: string, count: number][] {
    return [...this.#of].flatMap(([name, count]) =>
      typeof count === 'number' ? [[name, count]] : [],
    );
  }

  /** The sum of this table's counts, without nested tables. */
  total(): number {
    return this.numbers().reduce((sum, [, count]) => sum + count, 0);
  }

  /** Adds to the count at a path, and removes it at zero. */
  add(by: number, ...path: readonly string[]): void {
    const [name = '', ...rest] = path;
    if (rest.length === 0) {
      const count = this.at(name) + by;
      if (count === 0) this.#of.delete(name);
      else this.#of.set(name, count);
      return;
    }
    let inner = this.#of.get(name);
    if (!(inner instanceof Counts)) {
      inner = new Counts();
      this.#of.set(name, inner);
    }
    inner.add(by, ...rest);
    if (inner.isEmpty) this.#of.delete(name);
  }

  /** Adds another table, or subtracts it with -1. */
  merge(other: Counts, sign: 1 | -1 = 1, ...path: readonly string[]): void {
    for (const [name, value] of other.#of)
      if (value instanceof Counts) this.merge(value, sign, ...path, name);
      else this.add(sign * value, ...path, name);
  }

  toJSON(): Record<string, unknown> {
    // Without a prototype, `__proto__` is an ordinary key.
    const plain: Record<string, unknown> = Object.create(null);
    for (const name of [...this.#of.keys()].sort()) plain[name] = this.#of.get(name);
    return plain;
  }

  static parse(text: string): Counts {
    return Counts.#from(JSON.parse(text) as Record<string, unknown>);
  }

  static #from(plain: Readonly<Record<string, unknown>>): Counts {
    const counts = new Counts();
    for (const [name, value] of Object.entries(plain))
      counts.#of.set(
        name,
        typeof value === 'number' ? value : Counts.#from(value as Record<string, unknown>),
      );
    return counts;
  }
}
