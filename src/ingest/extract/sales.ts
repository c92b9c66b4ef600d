import type { NamedIn } from './encounters.ts';
import { keyOf } from './key.ts';
import { moneyIn } from './money.ts';
import type { Mention, Text } from './terms.ts';

interface Sale {
  readonly key: string;
  value: string | null;
  readonly count: string | null;
  readonly systems: Set<string>;
  sentence: number;
}

/** "The deal" is one of those told in this many sentences before. */
const RECENT_SENTENCES = 4;
const COUNT = /^\s*(?:(?:up to|about|around|some|an additional|another|at least)\s+)?(\d+|[a-z]+)/i;

/**
 * Sales of one document, told apart by their sums, counts and weapon systems. In doubt they are
 * two: a sale that mixes two deals would have the wrong price.
 */
class Sales {
  private readonly text: Text;
  private readonly systemsIn: NamedIn;
  private readonly known: Sale[] = [];

  constructor(text: Text, systemsIn: NamedIn) {
    this.text = text;
    this.systemsIn = systemsIn;
  }

  keyFor(mention: Mention): string {
    const { sentence } = mention;
    const systems = this.systemsIn(sentence);
    const value = this.valueOf(mention);
    const count =
      mention.by === 'counted'
        ? (COUNT.exec(this.text.clean.slice(mention.end, mention.end + 30))?.[1] ?? null)
        : null;
    const found =
      this.find(mention, value, count, systems) ??
      this.add({ key: `sale #${this.known.length}`, value, count, systems: new Set(), sentence });
    found.value ??= value;
    found.sentence = sentence;
    for (const one of systems) found.systems.add(one);
    return found.key;
  }

  private add(sale: Sale): Sale {
    this.known.push(sale);
    return sale;
  }

  /** Its own sum, else the only one of its sentence. */
  private valueOf(mention: Mention): string | null {
    const { start, end } = this.text.sentences[mention.sentence]!;
    const own = moneyIn(this.text.clean.slice(mention.start, mention.end + 12));
    const near = own.length > 0 ? own : moneyIn(this.text.clean.slice(start, end));
    if (near.length === 0 || (own.length === 0 && near.length > 1)) return null;
    return keyOf(`${near[0]!.amount} ${near[0]!.currency ?? ''}`);
  }

  private isOfSystem({ start }: Mention): boolean {
    return /\b(?:the|that|this) (?:[A-Z\d][\w-]* ){1,3}$/.test(
      this.text.clean.slice(Math.max(0, start - 40), start),
    );
  }

  private find(
    mention: Mention,
    value: string | null,
    count: string | null,
    systems: readonly string[],
  ): Sale | undefined {
    const recent = [...this.known].sort((a, b) => b.sentence - a.sentence);
    const shares = (sale: Sale) => systems.some((one) => sale.systems.has(one));
    const fits = (sale: Sale) =>
      (value === null || sale.value === null || sale.value === value) &&
      (count === null || sale.count === null || sale.count === count);
    if (value !== null) {
      const same = recent.find((sale) => sale.value === value);
      if (same) return same;
    }
    const here = recent.find(
      (sale) => sale.sentence === mention.sentence && fits(sale) && mention.by !== 'valued',
    );
    if (here) return here;
    const alike = recent.filter((sale) => shares(sale) && fits(sale));
    if (alike.length === 1 || (alike.length > 1 && isDefinite(this.text, mention))) return alike[0];
    if (value !== null || count !== null || !isDefinite(this.text, mention)) return undefined;
    // "The Super Tucano sale" is told apart by its system.
    if (systems.length > 0 && this.isOfSystem(mention)) return undefined;
    return recent.find(
      (sale) =>
        mention.sentence - sale.sentence <= RECENT_SENTENCES &&
        (systems.length === 0 || sale.systems.size === 0),
    );
  }
}

export function isDefinite({ clean }: Text, { start }: Mention): boolean {
  return /\b(?:the|this|that|its|these|their)\s+$/i.test(
    clean.slice(Math.max(0, start - 7), start),
  );
}

/** @param systemsIn which weapon systems a sentence names */
export function groupSales(
  text: Text,
  mentions: readonly Mention[],
  systemsIn: NamedIn,
): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  const sales = new Sales(text, systemsIn);
  for (const mention of mentions) {
    const key = sales.keyFor(mention);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return groups;
}
