import { createHash } from 'node:crypto';
import path from 'node:path';

/** Base name of a source without its ending: the name by which labels refer to documents. */
function documentName(source: string): string {
  const base = path.posix.basename(source.split('#')[0] ?? source);
  const inside = source.includes('#') ? `#${source.slice(source.indexOf('#') + 1)}` : '';
  return `${base.replace(/\.(?:txt|text|md|markdown|html?|json|jsonl|ndjson|xml|rss|atom)(?:\.gz)?$/i, '')}${inside}`;
}

/** A hash of 48 bits, kept as a float64: a million names take 8 MB. */
const shortened = (name: string): number =>
  createHash('sha256').update(name).digest().readUIntBE(0, 6);

/**
 * Names documents by their base names, as labels do, or by the full source where two share a base
 * name.
 */
export class DocumentNames {
  #seen = new Float64Array(1_024);
  #count = 0;
  #shared: ReadonlySet<number> | null = null;

  /** Every source must be added before the first is named, because names depend on each other. */
  add(source: string): void {
    if (this.#count === this.#seen.length) {
      const more = new Float64Array(2 * this.#count);
      more.set(this.#seen);
      this.#seen = more;
    }
    this.#seen[this.#count++] = shortened(documentName(source));
  }

  #sharedNames(): ReadonlySet<number> {
    const sorted = this.#seen.subarray(0, this.#count).sort();
    const shared = new Set<number>();
    for (let at = 1; at < sorted.length; at++)
      if (sorted[at] === sorted[at - 1]) shared.add(sorted[at]!);
    return shared;
  }

  of(source: string): string {
    this.#shared ??= this.#sharedNames();
    const name = documentName(source);
    return this.#shared.has(shortened(name)) ? source : name;
  }
}
