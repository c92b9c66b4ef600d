import type { Reader } from '../db/read/reader.ts';
import { KINDS } from '../model/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';
import { ANY_TYPE } from './held.ts';

/** A relationship type, followed one way. */
export interface Along {
  readonly type: RelationshipType;
  readonly direction: 'in' | 'out';
}

/** Measured sizes of the graph, which requests are priced with. */
export interface Sizes {
  /** Mean number of these relationships at an entity that is reached over one of them. */
  of(along: Along): number | undefined;
  /** Expected number of relationships of these types, or all, at an entity that is reached. */
  around(types?: readonly RelationshipType[] | null): number;
  /** Number of relationships of the given types, or of all. */
  relationships(types?: readonly RelationshipType[] | null): number;
  /** Number of nodes with a label. */
  nodes(label: string): number;
  /** Mean code points, priced as bytes, of a document's text that is reached over a statement. */
  readonly textBytes: number;
}

/** Assumed bytes of a document's text before any was measured. */
const TEXT_BYTES = 20_000;
/** The least assumed length: longer texts may have come since texts were measured. */
const TEXT_BYTES_MIN = 2_000;
/** Sizes before anything was read of the graph. */
export const NO_SIZES: Sizes = {
  of: () => undefined,
  around: () => 0,
  relationships: () => 0,
  nodes: () => 0,
  textBytes: TEXT_BYTES,
};

/** How many relationships of each type are sampled. */
const SAMPLE = 2_000;
const TEXTS_SAMPLE = 500;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/**
 * Measures how many relationships of a type an entity has. The mean is taken over relationships,
 * not over entities, because a query that follows a relationship arrives at hubs more often than at
 * other entities. Lengths of texts are weighted in the same way.
 */
export class Degrees implements Sizes {
  private known = new Map<string, number>();
  private counts = new Map<string, number>();
  private labels = new Map<string, number>();
  private average = 0;
  private text: number | undefined;

  /** @returns undefined before the first `read`, and for a type without relationships */
  of({ type, direction }: Along): number | undefined {
    return this.known.get(`${direction} ${type}`);
  }

  relationships(types?: readonly RelationshipType[] | null): number {
    return sum((types ?? RELATIONSHIP_TYPES).map((type) => this.counts.get(type) ?? 0));
  }

  around(types?: readonly RelationshipType[] | null): number {
    const all = this.relationships();
    return all === 0 ? 0 : (this.average * this.relationships(types)) / all;
  }

  nodes(label: string): number {
    return this.labels.get(label) ?? 0;
  }

  get textBytes(): number {
    return Math.max(this.text ?? TEXT_BYTES, TEXT_BYTES_MIN);
  }

  /** Measures a sample of each type, with one short statement after the other. */
  async read(reader: Reader): Promise<void> {
    const [known, counts] = [new Map<string, number>(), new Map<string, number>()];
    let around = 0;
    for (const type of RELATIONSHIP_TYPES) {
      const cypher = `CALL () { MATCH ()-[r:${type}]->() RETURN count(r) AS all }
CALL (all) { MATCH (a)-[:${type}]->(b) WITH a, b WHERE rand() * all < 2 * ${SAMPLE} RETURN a, b LIMIT ${SAMPLE} }
RETURN all, avg(COUNT { (a)-[:${type}]->() }) AS out, avg(COUNT { (b)<-[:${type}]-() }) AS back, avg(COUNT { (a)-[:${ANY_TYPE}]-() } + COUNT { (b)-[:${ANY_TYPE}]-() }) / 2 AS any`;
      const [row] = await reader.run('degrees', cypher, {});
      if (typeof row?.out === 'number') known.set(`out ${type}`, row.out);
      if (typeof row?.back === 'number') known.set(`in ${type}`, row.back);
      if (typeof row?.any !== 'number') continue;
      counts.set(type, Number(row.all));
      around += Number(row.all) * row.any;
    }
    this.labels = await labelCounts(reader);
    this.text = await textLength(reader);
    this.known = known;
    this.counts = counts;
    this.average = around / Math.max(1, this.relationships());
  }
}

async function labelCounts(reader: Reader): Promise<Map<string, number>> {
  const counted = Object.keys(KINDS).map((kind) => `${kind}: COUNT { (:${kind}) }`);
  const [row] = await reader.run('sizes', `RETURN {${counted.join(', ')}} AS counts`, {});
  return new Map(Object.entries(row?.counts as Record<string, number>));
}

/** Mean code points of a text, weighted by length; undefined where there are none. */
async function textLength(reader: Reader): Promise<number | undefined> {
  const cypher = `CALL () { MATCH (d:Document) RETURN count(d) AS all }
CALL (all) { MATCH (d:Document) WITH d WHERE rand() * all < 2 * ${TEXTS_SAMPLE} RETURN toFloat(size(d.text)) AS length LIMIT ${TEXTS_SAMPLE} }
RETURN sum(length * length) / sum(length) AS bytes`;
  const [row] = await reader.run('sizes', cypher, {});
  return typeof row?.bytes === 'number' && row.bytes > 0 ? row.bytes : undefined;
}
