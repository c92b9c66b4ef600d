import type { RelationshipType } from '../../../model/relationships.ts';
import type { Document } from '../document.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { LEARNED_TYPES } from '../relationship-types.ts';
import { type Entity, WINDOWS } from '../vocabulary.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { type Context, contextOf } from './features/context.ts';
import { entityFeatures } from './features/entity.ts';
import { type PairFeatures, pairFeaturesOf } from './features/pair.ts';
import { triggerFeatures } from './features/triggers.ts';
import type { Qualified } from './model/scorers.ts';

/** One place where a relationship may be stated. */
export interface Instance {
  readonly candidate: Candidate;
  readonly features: Qualified;
  /** The encoder's logit that the relationship is stated here; null where it did not read. */
  readonly logit: number | null;
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

/** What the encoder says of places where relationships may be stated. */
type Logits = ReadonlyMap<Candidate, number>;

function featuriseAt(
  document: Document,
  candidates: readonly Candidate[],
  logits: Logits | null,
): FeaturisedDocument {
  const context = contextOf(document.text, document.entities);
  const featuresOf = reader(context);
  const numbers = numbered(document.entities);
  const pairs = new Map<number, Pair>();
  for (const candidate of candidates) {
    const { type, subject, object } = candidate;
    const both = numbers.get(subject)! * numbers.size + numbers.get(object)!;
    const key = both * LEARNED_TYPES.length + LEARNED_TYPES.indexOf(type);
    let pair = pairs.get(key);
    if (!pair) {
      pair = { type, subject, object, instances: [] };
      pairs.set(key, pair);
    }
    if (pair.instances.length < INSTANCES_MAX)
      pair.instances.push({
        candidate,
        features: featuresOf(candidate),
        logit: logits?.get(candidate) ?? null,
      });
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

/** Featurises without an encoder. */
export const featurise = (document: Document): FeaturisedDocument =>
  featuriseAt(document, findCandidates(document.text, document.entities), null);

/** Featurises with what the encoder, if it read the document, says of each place. */
export async function featuriseCarefully(
  document: Document,
  encoder: Encoder,
): Promise<FeaturisedDocument> {
  const { text, entities, reading } = document;
  const candidates = findCandidates(text, entities);
  const logits = reading && (await encoder.judge(text, reading, candidates));
  return featuriseAt(document, candidates, logits);
}
