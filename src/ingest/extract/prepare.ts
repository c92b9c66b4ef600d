import { type Candidate, findCandidates } from './candidates.ts';
import { type Context, contextOf } from './context.ts';
import type { Document } from './document.ts';
import { entityFeatures } from './entity-features.ts';
import { type PairFeatures, pairFeatures } from './features.ts';
import { scenesOf } from './scene.ts';
import { encodeWith } from './score.ts';
import type { Entity, Mention, RelationshipType } from './terms.ts';
import { triggerFeatures } from './triggers.ts';

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

/** Two mentions are asked about by every type that may join them: their features are read once. */
function reader(context: Context) {
  const sceneOf = scenesOf(context);
  const known = new Map<Mention, Map<Mention, Map<string, PairFeatures>>>();
  return (candidate: Candidate): Int32Array => {
    const { type, a, b, window } = candidate;
    const ofA = known.get(a) ?? new Map<Mention, Map<string, PairFeatures>>();
    const ofBoth = ofA.get(b) ?? new Map<string, PairFeatures>();
    known.set(a, ofA.set(b, ofBoth));
    const shared = ofBoth.get(window) ?? pairFeatures(candidate, context, sceneOf);
    ofBoth.set(window, shared);
    return encodeWith(type, shared.features.concat(triggerFeatures(shared.zones, type)));
  };
}

export function prepare(document: Document): Prepared {
  const context = contextOf(document.text, document.entities);
  const featuresOf = reader(context);
  const pairs = new Map<string, Pair>();
  for (const candidate of findCandidates(document.text, document.entities)) {
    const { type, from, to } = candidate;
    const key = `${type} ${from.id} ${to.id}`;
    const pair = pairs.get(key) ?? { type, from, to, instances: [] };
    pairs.set(key, pair);
    if (pair.instances.length < INSTANCES_MAX)
      pair.instances.push({ candidate, features: featuresOf(candidate) });
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
