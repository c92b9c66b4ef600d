import { hash, hashOn } from './score.ts';

type Part = string | number | boolean | undefined;

/**
 * Features of one thing, each once, in the order they were added. Used as a tag, `add` reads the
 * parts of a name one after the other: the names, of which a document has tens of thousands, are
 * never built.
 */
export class FeatureSet {
  private readonly hashes = new Set<number>();

  readonly add = (name: string | TemplateStringsArray, ...parts: readonly Part[]): void => {
    if (typeof name === 'string') {
      this.hashes.add(hash(name));
      return;
    }
    let value = hash(name[0]!);
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      value = hashOn(hashOn(value, typeof part === 'string' ? part : String(part)), name[at + 1]!);
    }
    this.hashes.add(value);
  };

  /** Hashes of the names. */
  readonly list = (): number[] => [...this.hashes];
}
