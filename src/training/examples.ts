import type { Document } from '../ingest/extract/document.ts';
import type { Encoder } from '../ingest/extract/encoder/encoder.ts';
import {
  type FeaturisedDocument,
  featurise,
  featuriseCarefully,
  type Instance,
  type Pair,
} from '../ingest/extract/relations/featurise.ts';
import { encodeQualified } from '../ingest/extract/relations/model/scorers.ts';
import type { Entity } from '../ingest/extract/vocabulary.ts';
import { overlap } from '../ingest/text/text.ts';
import { type Gold, type GoldEntity, judge, type Labelled, type Verdict } from '../labels/gold.ts';
import type { Example } from './logistic.ts';

/** A featurised document with the labels of its pairs and entities. */
export interface Labels {
  readonly prepared: FeaturisedDocument;
  readonly verdicts: ReadonlyMap<Pair, Verdict>;
  readonly pairs: readonly { readonly pair: Pair; readonly examples: readonly Example[] }[];
  readonly entities: readonly (Example & { readonly entity: Entity })[];
}

/** Examples of a labelled document: on predicted entities, and on the labelled ones. */
export interface Examples {
  readonly labelled: Labelled;
  readonly predicted: Labels;
  readonly gold: Labels;
}

/** Weight of an instance whose sentence does not state the labelled relationship. */
const UNSTATED = 0.1;
const OPTIONAL_ENTITY = 0.15;

function labelsOf(
  prepared: FeaturisedDocument,
  gold: Gold,
  match: ReadonlyMap<Entity, GoldEntity>,
): Labels {
  const verdicts = new Map(
    prepared.pairs.map((pair) => [
      pair,
      judge(gold, pair.type, match.get(pair.subject), match.get(pair.object)),
    ]),
  );
  const { text } = prepared.document;
  const stated = ({ candidate }: Instance, { relation }: Verdict) =>
    !relation ||
    relation.evidence.some((span) =>
      [candidate.subjectMention, candidate.objectMention].some(
        (mention) =>
          overlap(span, text.rawSpan(text.sentences[mention.sentence])) >
          0.3 * (span.end - span.start),
      ),
    );
  return {
    prepared,
    verdicts,
    pairs: prepared.pairs.map((pair) => {
      const verdict = verdicts.get(pair)!;
      const examples = pair.instances.map((instance) => ({
        features: encodeQualified(instance.features),
        label: verdict.label,
        weight: stated(instance, verdict) ? verdict.weight : UNSTATED * verdict.weight,
      }));
      return { pair, examples };
    }),
    entities: prepared.entities.map(({ entity, features }) => {
      const labelled = match.get(entity);
      return {
        entity,
        features: encodeQualified(features),
        label: labelled ? 1 : 0,
        weight: labelled?.optional ? OPTIONAL_ENTITY : 1,
      };
    }),
  };
}

/** @param encoder that read the document, and has not learned from it; null for the rules alone */
export async function examplesOf(
  labelled: Labelled,
  encoder: Encoder | null = null,
): Promise<Examples> {
  const { source, found, given, match, identity } = labelled;
  const prepared = (document: Document) =>
    encoder ? featuriseCarefully(document, encoder) : featurise(document);
  return {
    labelled,
    predicted: labelsOf(await prepared(found), source.gold, match),
    gold: labelsOf(await prepared(given), source.gold, identity),
  };
}
