import { keyOf } from '../../lexicon/name-key.ts';
import type { Text } from '../../text/text.ts';
import { moneyIn } from '../values/money.ts';
import type { Values } from '../values/values.ts';
import type { Mention } from '../vocabulary.ts';
import { isDefinite, Keyed } from './described.ts';
import type { NamedIn } from './encounters.ts';

interface Sale {
  /** Number in the order of first mention. */
  readonly number: number;
  readonly key: string;
  value: string | null;
  readonly count: string | null;
  readonly systems: Set<string>;
  sentence: number;
}

/** Most sales that are compared; no real text has more. Beyond it the oldest is dropped. */
const SALES_MAX = 300;

/** "The deal" refers to a sale within this many sentences before. */
const RECENT_SENTENCES = 4;
const COUNT = /^\s*(?:(?:up to|about|around|some|an additional|another|at least)\s+)?(\d+|[a-z]+)/i;

/**
 * Distinguishes the sales of one document by sum, count and weapon systems. In doubt they stay
 * apart, since a merged sale would have the wrong price.
 */
class Sales {
  private readonly text: Text;
  private readonly values: Values;
  private readonly systemsIn: NamedIn;
  /** The latest first; sales of one sentence in the order of first mention. */
  private recent: Sale[] = [];
  private count = 0;

  constructor(text: Text, values: Values, systemsIn: NamedIn) {
    this.text = text;
    this.values = values;
    this.systemsIn = systemsIn;
  }

  keyFor(mention: Mention): string {
    const { sentence } = mention;
    const systems = this.systemsIn(sentence);
    const value = this.valueOf(mention);
    const count =
      mention.rule === 'counted'
        ? (COUNT.exec(this.text.clean.slice(mention.end, mention.end + 30))?.[1] ?? null)
        : null;
    const found =
      this.find(mention, value, count, systems) ??
      this.add({
        number: this.count,
        key: `sale #${this.count}`,
        value,
        count,
        systems: new Set(),
        sentence,
      });
    found.value ??= value;
    found.sentence = sentence;
    this.refresh(found);
    for (const one of systems) found.systems.add(one);
    return found.key;
  }

  private add(sale: Sale): Sale {
    this.count++;
    this.recent.push(sale);
    return sale;
  }

  private refresh(sale: Sale): void {
    const rest = this.recent.filter((other) => other !== sale);
    const at = rest.findIndex(
      (other) =>
        other.sentence < sale.sentence ||
        (other.sentence === sale.sentence && other.number > sale.number),
    );
    rest.splice(at < 0 ? rest.length : at, 0, sale);
    this.recent = rest.slice(0, SALES_MAX);
  }

  /** The sum in the mention or just behind it, else the only sum of its sentence. */
  private valueOf(mention: Mention): string | null {
    const own = moneyIn(this.text.clean.slice(mention.start, mention.end + 12));
    const near = own.length > 0 ? own : this.values.sumsOf(this.text.sentences[mention.sentence]!);
    if (near.length === 0 || (own.length === 0 && near.length > 1)) return null;
    return keyOf(`${near[0]!.amount} ${near[0]!.currency ?? ''}`);
  }

  private isOfSystem({ start }: Mention): boolean {
    return /\b(?:the|that|this) (?:[A-Z\d][\w-]* ){1,3}$/.test(
      this.text.clean.slice(Math.max(0, start - 40), start),
    );
  }

  private opensSentence({ sentence, start }: Mention): boolean {
    const from = this.text.sentences[sentence]!.start;
    return /^\s*(?:The|This|That) $/.test(this.text.clean.slice(from, start));
  }

  private find(
    mention: Mention,
    value: string | null,
    count: string | null,
    systems: readonly string[],
  ): Sale | undefined {
    const { recent } = this;
    const shares = (sale: Sale) => systems.some((one) => sale.systems.has(one));
    const fits = (sale: Sale) =>
      (value === null || sale.value === null || sale.value === value) &&
      (count === null || sale.count === null || sale.count === count);
    if (value !== null) {
      const same = recent.find((sale) => sale.value === value);
      if (same) return same;
    }
    const here = recent.find(
      (sale) => sale.sentence === mention.sentence && fits(sale) && mention.rule !== 'valued',
    );
    if (here) return here;
    const alike = recent.filter((sale) => shares(sale) && fits(sale));
    if (alike.length === 1 || (alike.length > 1 && isDefinite(this.text, mention))) return alike[0];
    if (value !== null && count === null && systems.length === 0 && this.opensSentence(mention)) {
      // "The contract is worth $300 million" refers to the sale just before, unless that has a sum.
      const just = recent.filter(({ sentence }) => sentence === mention.sentence - 1);
      return just.length === 1 && just[0]!.value === null ? just[0] : undefined;
    }
    if (value !== null || count !== null || !isDefinite(this.text, mention)) return undefined;
    // "The Super Tucano sale" is distinguished by its system.
    if (systems.length > 0 && this.isOfSystem(mention)) return undefined;
    return recent.find(
      (sale) =>
        mention.sentence - sale.sentence <= RECENT_SENTENCES &&
        (systems.length === 0 || sale.systems.size === 0),
    );
  }
}

/** Clusters a notice's sales: a sum opens each contract, and later mentions belong to it. */
function salesOfNotice(mentions: readonly Mention[]): Mention[][] {
  const opened: Mention[][] = [];
  const byValue = new Map<string, Mention[]>();
  const unvalued: Mention[] = [];
  let last = unvalued;
  for (const mention of mentions) {
    const value = moneyIn(mention.text)[0]?.raw;
    if (value) {
      const key = keyOf(value);
      last = byValue.get(key) ?? [];
      if (!byValue.has(key)) opened.push(last);
      byValue.set(key, last);
    }
    last.push(mention);
  }
  const [first] = opened;
  if (!first) return unvalued.length > 0 ? [unvalued] : [];
  first.unshift(...unvalued);
  return opened;
}

/**
 * @param systemsIn the weapon systems that a sentence names
 * @param notice for notices of contracts, which give each contract's sum
 */
export function clusterSales(
  text: Text,
  values: Values,
  mentions: readonly Mention[],
  systemsIn: NamedIn,
  notice: boolean,
): Mention[][] {
  if (notice) return salesOfNotice(mentions);
  const keyed = new Keyed();
  const sales = new Sales(text, values, systemsIn);
  for (const mention of mentions) keyed.put(sales.keyFor(mention), mention);
  return keyed.all();
}
