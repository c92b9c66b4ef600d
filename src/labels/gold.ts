import {
  type Document,
  readCarefully,
  readDocument,
  readWithoutNames,
} from '../ingest/extract/document.ts';
import type { Encoder } from '../ingest/extract/encoder/encoder.ts';
import type { Entity, Mention, Properties } from '../ingest/extract/vocabulary.ts';
import type { Lexicon } from '../ingest/lexicon/lexicon.ts';
import { overlap, type Span, squash } from '../ingest/text/text.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { RelationshipType } from '../model/relationships.ts';

/** `boilerplate`: inside page furniture, where finding nothing is right. */
type GoldMention = Span & { text?: string; boilerplate?: boolean };
export type GoldEntity = {
  id: string;
  /** Identity of the real thing across documents. */
  canonicalId: string;
  type: EntityKind;
  name: string;
  aliases: string[];
  attrs: Properties;
  /** Whether both are right: to find it, and not to find it. */
  optional: boolean;
  /** Whether the name is a description. */
  unnamed: boolean;
  mentions: GoldMention[];
};
export type GoldRelation = {
  type: RelationshipType;
  /** Ids of entities of the document; `altFrom` and `altTo` are further right ends. */
  from: string;
  to: string;
  altFrom: string[];
  altTo: string[];
  props: Properties;
  optional: boolean;
  evidence: Span[];
};
/** The labels of one document; spans are in its decoded text. */
export type Gold = {
  doc: { id: string; publishedOn: string | null };
  boilerplate: Span[];
  entities: GoldEntity[];
  relations: GoldRelation[];
};
/** Real documents, articles written in the style of the press, and short passages. */
export type Group = 'real' | 'press' | 'passage';
export type Source = { gold: Gold; raw: string; group: Group };
/** A labelled document as the pipeline reads it, and with the labelled entities instead. */
export type Labelled = {
  source: Source;
  found: Document;
  given: Document;
  match: Map<Entity, GoldEntity>;
  identity: Map<Entity, GoldEntity>;
};

/** Matches predicted to labelled entities by shared characters of their mentions. */
function matchEntities(found: Document, gold: Gold): Map<Entity, GoldEntity> {
  const match = new Map<Entity, GoldEntity>();
  for (const entity of found.entities) {
    const spans = entity.mentions
      .filter((mention) => !mention.reference)
      .map((mention) => found.text.rawSpan(mention));
    let best = 0;
    for (const labelled of gold.entities) {
      if (labelled.type !== entity.kind) continue;
      const shared = spans.filter((span) =>
        labelled.mentions.some((mention) => overlap(mention, span) > 0),
      ).length;
      const same =
        entity.kind === 'Country' && labelled.attrs.iso2 === entity.properties.iso2 ? 50 : 0;
      const score = shared + same + (labelled.optional ? 0 : 0.1);
      if ((shared > 0 || same) && score > best) {
        best = score;
        match.set(entity, labelled);
      }
    }
  }
  return match;
}

function giveEntities(
  found: Document,
  gold: Gold,
): { document: Document; identity: Map<Entity, GoldEntity> } {
  const { text } = found;
  const cleanAt = new Map<number, number>();
  for (const { start, end } of text.blocks)
    for (let at = start; at < end; at++)
      cleanAt.set(text.rawSpan({ start: at, end: at + 1 }).start, at);
  const known = new Map(
    found.entities.flatMap((entity) =>
      entity.mentions.map(
        (mention) => [`${entity.kind}${mention.start}-${mention.end}`, mention] as const,
      ),
    ),
  );
  const identity = new Map<Entity, GoldEntity>();
  const entities = gold.entities.map((labelled) => {
    const mentions = labelled.mentions.flatMap((span): Mention[] => {
      const start = cleanAt.get(span.start);
      const end = (cleanAt.get(span.end - 1) ?? -2) + 1;
      const sentence =
        start === undefined
          ? undefined
          : text.sentences.find((one) => one.start <= start && start < one.end);
      if (start === undefined || !sentence || end <= start) return [];
      const same = known.get(`${labelled.type}${start}-${end}`);
      return [
        {
          rule: 'given',
          named: false,
          ...same,
          start,
          end,
          kind: labelled.type,
          text: squash(text.clean.slice(start, end)),
          sentence: sentence.index,
        },
      ];
    });
    const entity: Entity = {
      id: labelled.id,
      kind: labelled.type,
      name: labelled.name,
      aliases: labelled.aliases,
      unnamed: labelled.unnamed,
      properties: labelled.attrs,
      mentions,
    };
    identity.set(entity, labelled);
    return entity;
  });
  return {
    document: { ...found, entities: entities.filter((entity) => entity.mentions.length) },
    identity,
  };
}

/** @param encoder that was not trained on the document; null for the rules alone */
export async function label(
  source: Source,
  lexicon: Lexicon,
  encoder: Encoder | null = null,
): Promise<Labelled> {
  const { id, publishedOn } = source.gold.doc;
  const origin = { language: null, url: null };
  const found = encoder
    ? await readCarefully(readWithoutNames(id, source.raw, publishedOn, origin), lexicon, encoder)
    : readDocument(id, source.raw, publishedOn, lexicon);
  const { document, identity } = giveEntities(found, source.gold);
  return { source, found, given: document, match: matchEntities(found, source.gold), identity };
}

export type Verdict = { label: 0 | 1; weight: number; relation?: GoldRelation };
const OPTIONAL_WEIGHT = 0.3;

/** The label of a pair and its weight in training: low if optional, lower with optional ends. */
export function judge(
  gold: Gold,
  type: RelationshipType,
  from: GoldEntity | undefined,
  to: GoldEntity | undefined,
): Verdict {
  if (!from || !to) return { label: 0, weight: 0.7 };
  const holds = gold.relations.filter(
    (relation) =>
      relation.type === type &&
      [relation.from, ...relation.altFrom].includes(from.id) &&
      [relation.to, ...relation.altTo].includes(to.id),
  );
  const relation = holds.find((one) => !one.optional) ?? holds[0];
  if (relation) return { label: 1, weight: relation.optional ? OPTIONAL_WEIGHT : 1, relation };
  return { label: 0, weight: from.optional || to.optional ? 0.3 : 1 };
}
