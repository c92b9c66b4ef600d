import type { Reader } from '../db/reader.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../model/relationships.ts';

/** A relationship type, followed one way. */
export interface Along {
  readonly type: RelationshipType;
  readonly direction: 'in' | 'out';
}

/** Relationships of each type that are looked at. */
const SAMPLE = 2_000;

/**
 * How many relationships of a type an entity has, on average over the relationships and not over
 * the entities: who follows one arrives at a hub more often than at anything else.
 */
export class Degrees {
  private known = new Map<string, number>();

  /** @returns undefined while nothing was read, and where there are none */
  of({ type, direction }: Along): number | undefined {
    return this.known.get(`${direction} ${type}`);
  }

  /** Looks at a sample of each type, one short statement after the other. */
  async read(reader: Reader): Promise<void> {
    const known = new Map<string, number>();
    for (const type of RELATIONSHIP_TYPES) {
      const cypher = `CALL () { MATCH ()-[r:${type}]->() RETURN count(r) AS all }
CALL (all) { MATCH (a)-[:${type}]->(b) WITH a, b WHERE rand() * all < 2 * ${SAMPLE} RETURN a, b LIMIT ${SAMPLE} }
RETURN avg(COUNT { (a)-[:${type}]->() }) AS out, avg(COUNT { (b)<-[:${type}]-() }) AS back`;
      const [row] = await reader.run('degrees', cypher, {});
      if (typeof row?.out === 'number') known.set(`out ${type}`, row.out);
      if (typeof row?.back === 'number') known.set(`in ${type}`, row.back);
    }
    this.known = known;
  }
}
