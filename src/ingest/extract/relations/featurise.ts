import type { RelationshipType } from '../../../model/relationships.ts';
import type { Document } from '../document.ts';
import { LEARNED_TYPES } from '../relationship-types.ts';
import type { Entity } from '../vocabulary.ts';
import { type Candidate, findCandidates, type Window } from './candidates.ts';
import { type Context, contextOf } from './features/context.ts';
import { entityFeatures } from './features/entity.ts';
import { type PairFeatures, pairFeaturesOf } from './features/pair.ts';
import { triggerFeatures } from './features/triggers.ts';
import type { Qualified } from './model/scorers.ts';

/** One place where a relationship may be stated. */
export interface Instance {
  readonly candidate: Candidate;
  readonly features: Qualified;
}

/** A relationship that may hold, with the places that may state it. */
export interface Pair {
  readonly type: RelationshipType;
  readonly subject: Entity;
  readonly object: Entity;
  readonly instances: Instance[];
}

interface EntityRow {
  readonly entity: Entity;
  readonly features: Qualified;
}

/** A document as input of the scorers. */
export interface FeaturisedDocument {
  readonly document: Document;
  readonly pairs: readonly Pair[];
  readonly entities: readonly EntityRow[];
}

/** Most instances of a pair; more add time and no information. */
const INSTANCES_MAX = 8;

const WINDOWS: readonly Window[] = ['same', 'next', 'list', 'document'];
const numbered = <T>(things: readonly T[]) => new Map(things.map((thing, at) => [thing, at]));

/** Reads the features of two mentions once for all types that may join them. */
function reader(context: Context) {
  const pairFeatures = pairFeaturesOf(context);
  const numbers = numbered(context.entities.flatMap(({ mentions }) => mentions));
  const known = new Map<number, PairFeatures>();
  return (candidate: Candidate): Qualified => {
    const { type, subjectMention, objectMention, window } = candidate;
    const both = numbers.get(subjectMention)! * numbers.size + numbers.get(objectMention)!;
    const key = both * WINDOWS.length + WINDOWS.indexOf(window);
    let read = known.get(key);
    if (!read) {
      read = pairFeatures(candidate);
      known.set(key, read);
    }
    return { qualifier: type, shared: read.features, own: triggerFeatures(read.zones, type) };
  };
}

export function featurise(document: Document): FeaturisedDocument {
  const context = contextOf(document.text, document.entities);
  const featuresOf = reader(context);
  const numbers = numbered(document.entities);
  const pairs = new Map<number, Pair>();
  for (const candidate of findCandidates(document.text, document.entities)) {
    const { type, subject, object } = candidate;
    const both = numbers.get(subject)! * numbers.size + numbers.get(object)!;
    const key = both * LEARNED_TYPES.length + LEARNED_TYPES.indexOf(type);
    let pair = pairs.get(key);
    if (!pair) {
      pair = { type, subject, object, instances: [] };
      pairs.set(key, pair);
    }
    if (pair.instances.length < INSTANCES_MAX)
      pair.instances.push({ candidate, features: featuresOf(candidate) });
  }
  return {
    document,
    pairs: [...pairs.values()],
    entities: document.entities.map((entity) => ({
      entity,
      features: {
        qualifier: entity.kind,
        shared: entityFeatures(entity, context, document.reading),
        own: [],
      },
    })),
  };
}
