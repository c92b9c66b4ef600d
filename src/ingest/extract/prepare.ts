import { type Candidate, findCandidates } from './candidates.ts';
import type { Document } from './document.ts';
import { contextOf, entityFeatures, featuresOf } from './features.ts';
import { encodeWith } from './score.ts';
import type { Entity, RelationshipType } from './terms.ts';

/** One place where a relationship may be stated. */
export interface Instance {
  readonly candidate: Candidate;
  readonly features: Int32Array;
}

/** A relationship that may hold, with the places that may state it. */
export interface Pair {
  readonly type: RelationshipType;
  readonly from: Entity;
  readonly to: Entity;
  readonly instances: Instance[];
}

interface EntityRow {
  readonly entity: Entity;
  readonly features: Int32Array;
}

/** A document made ready for the scorer. */
export interface Prepared {
  readonly document: Document;
  readonly pairs: readonly Pair[];
  readonly entities: readonly EntityRow[];
}

/** More places of the same pair say nothing new, and cost time. */
const INSTANCES_MAX = 8;

export function prepare(document: Document): Prepared {
  const context = contextOf(document.text, document.entities);
  const pairs = new Map<string, Pair>();
  for (const candidate of findCandidates(document.text, document.entities)) {
    const { type, from, to } = candidate;
    const key = `${type} ${from.id} ${to.id}`;
    const pair = pairs.get(key) ?? { type, from, to, instances: [] };
    pairs.set(key, pair);
    if (pair.instances.length < INSTANCES_MAX)
      pair.instances.push({
        candidate,
        features: encodeWith(type, featuresOf(candidate, context)),
      });
  }
  return {
    document,
    pairs: [...pairs.values()],
    entities: document.entities.map((entity) => ({
      entity,
      features: encodeWith(entity.kind, entityFeatures(entity, context)),
    })),
  };
}
