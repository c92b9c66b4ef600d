// Whether one real thing is one node over all documents.
import type { Gold } from '../labels/gold.ts';
import { ratiosOf } from './counts.ts';

/** A node that was matched to a labelled entity of a document. */
export interface Item {
  readonly doc: string;
  /** `canonicalId` of the labelled entity. */
  readonly thing: string;
  readonly node: string;
}

interface Agreement {
  readonly items: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Resolution {
  /** B-cubed over all items, and without countries, which are easy. */
  readonly bCubed: Agreement;
  readonly bCubedWithoutCountries: Agreement;
  /** Over pairs of items, without countries. */
  readonly pairs: { readonly right: number; readonly wrong: number; readonly missed: number };
  /** Things in two or more documents; `whole` are those with one pure node in every document. */
  readonly clusters: { readonly all: number; readonly whole: number };
  /** Nodes with mentions of several things. */
  readonly mixed: readonly { readonly node: string; readonly things: readonly string[] }[];
}

function sizes<K>(keys: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const choose2 = (n: number) => (n * (n - 1)) / 2;
const both = ({ thing, node }: Item) => JSON.stringify([thing, node]);

/** @see Bagga and Baldwin, Algorithms for scoring coreference chains, 1998 */
function bCubedOf(items: readonly Item[]): Agreement {
  const nodes = sizes(items.map(({ node }) => node));
  const things = sizes(items.map(({ thing }) => thing));
  const together = sizes(items.map(both));
  let [precision, recall] = [0, 0];
  for (const item of items) {
    const shared = together.get(both(item))!;
    precision += shared / nodes.get(item.node)! / items.length;
    recall += shared / things.get(item.thing)! / items.length;
  }
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { items: items.length, precision, recall, f1 };
}

function pairsOf(items: readonly Item[]) {
  const pairs = (keys: readonly string[]) =>
    [...sizes(keys).values()].reduce((sum, size) => sum + choose2(size), 0);
  const right = pairs(items.map(both));
  return {
    right,
    wrong: pairs(items.map(({ node }) => node)) - right,
    missed: pairs(items.map(({ thing }) => thing)) - right,
  };
}

function wholeClusters(items: readonly Item[], golds: readonly Gold[], mixed: Set<string>) {
  const documents = new Map<string, Set<string>>();
  for (const { doc, entities } of golds)
    for (const { canonicalId, optional } of entities)
      if (!optional)
        documents.set(canonicalId, (documents.get(canonicalId) ?? new Set()).add(doc.id));
  const clusters = [...documents].filter(([, docs]) => docs.size > 1);
  const whole = clusters.filter(([thing, docs]) => {
    const own = items.filter((item) => item.thing === thing);
    const [node, ...others] = new Set(own.map((item) => item.node));
    return (
      node !== undefined &&
      others.length === 0 &&
      !mixed.has(node) &&
      new Set(own.map(({ doc }) => doc)).size === docs.size &&
      items.every((item) => item.node !== node || item.thing === thing)
    );
  });
  return { all: clusters.length, whole: whole.length };
}

/**
 * @param items of entities that are not optional
 * @param things for each node, the labelled things of its mentions
 */
export function resolutionOf(
  items: readonly Item[],
  things: ReadonlyMap<string, ReadonlySet<string>>,
  golds: readonly Gold[],
): Resolution {
  const mixed = [...things]
    .filter(([, several]) => several.size > 1)
    .map(([node, several]) => ({ node, things: [...several].sort() }))
    .sort((a, b) => (a.node < b.node ? -1 : 1));
  const others = items.filter(({ thing }) => !thing.startsWith('country:'));
  return {
    bCubed: bCubedOf(items),
    bCubedWithoutCountries: bCubedOf(others),
    pairs: pairsOf(others),
    clusters: wholeClusters(items, golds, new Set(mixed.map(({ node }) => node))),
    mixed,
  };
}

export const pairsF1 = ({ pairs }: Resolution) => ratiosOf(pairs).f1;
