import type { ExtractedEntity, Extraction, SourceDocument } from '../../model/extraction.ts';
import { lexiconEntityId } from '../../model/ids.ts';
import { type Lexicon, readLexicon } from '../lexicon/lexicon.ts';
import { languageBeside, languageOf, reasonToSkip } from '../text/language.ts';
import { reasonOfPage } from '../text/page/no-article.ts';
import { paragraphed, type Text } from '../text/text.ts';
import { findAttributes } from './attributes/attributes.ts';
import { entityName } from './coreference/canonical-name.ts';
import { type Document, readByRules, readCarefully, readWithoutNames } from './document.ts';
import { Encoder } from './encoder/encoder.ts';
import { modalityOfFact } from './factuality/evidence.ts';
import type { Native } from './native-gate.ts';
import { withoutFalseBuyers } from './relations/buyers.ts';
import { decide, type Model } from './relations/decide.ts';
import { type FeaturisedDocument, featurise, featuriseCarefully } from './relations/featurise.ts';
import { loadModel, modelFile } from './relations/model/model-file.ts';
import { withoutFalseOffices } from './relations/offices/false-offices.ts';
import { officeOwners } from './relations/offices/owners.ts';
import { withoutSharedSeats } from './relations/offices/seats.ts';
import { withoutBystanders } from './relations/phrases/bystanders.ts';
import { gatherings, withoutPostings } from './relations/phrases/gatherings.ts';
import { namedParties } from './relations/phrases/named-parties.ts';
import { Names } from './relations/phrases/names.ts';
import { pacts, withoutFalseParties } from './relations/phrases/pacts.ts';
import { patternRelations, plannedSignings } from './relations/phrases/phrases.ts';
import { usesAndMakers } from './relations/phrases/uses.ts';
import { sourceSpan, statementsOf } from './statements.ts';
import { openDates } from './values/numeric-dates.ts';
import { extractorVersion, type Reader } from './version.ts';
import type { Entity, RelationMention } from './vocabulary.ts';

/** Everything that extraction needs, loaded once. */
export interface Extractor {
  readonly version: string;
  readonly lexicon: Lexicon;
  readonly model: Model;
  readonly encoder: Encoder | null;
}

/** An extractor without an encoder, with a model trained for the rules alone. */
export interface FastExtractor extends Extractor {
  readonly encoder: null;
}

/** Most UTF-16 units that are read; longer texts are books, not articles. */
const TEXT_MAX = 400_000;
/** Another place of a pair with at least this score also states the relationship. */
const SURE_SCORE = 1;

/** @param lexicons folders of CSV files; later ones add to earlier ones */
export function loadExtractor(...lexicons: readonly string[]): FastExtractor {
  const lexicon = readLexicon(...lexicons);
  return {
    version: extractorVersion(lexicon, 'fast'),
    lexicon,
    model: loadModel(modelFile('fast')),
    encoder: null,
  };
}

/** @param native wraps calls of the encoder, with a gate in threads that may be terminated */
export function loadReader(
  reader: Reader,
  lexicons: readonly string[] = [],
  native?: Native,
): Extractor {
  const fast = loadExtractor(...lexicons);
  if (reader === 'fast') return fast;
  return {
    version: extractorVersion(fast.lexicon, reader),
    lexicon: fast.lexicon,
    model: loadModel(modelFile(reader)),
    encoder: new Encoder(native),
  };
}

/** Ids by which others know an entity: a state by its code, the others as a lexicon says. */
function externalIdsOf(entity: Entity, lexiconId: string | null, lexicon: Lexicon): string[] {
  if (entity.kind === 'Country' && entity.properties.iso2)
    return [`iso3166-1:${entity.properties.iso2}`];
  if (lexiconId === null) return [];
  const known = lexicon.externalIds.get(lexiconEntityId(entity.kind, lexiconId));
  return known === undefined ? [] : [known];
}

function entityOf(text: Text, entity: Entity, lexicon: Lexicon): ExtractedEntity {
  const { name, aliases, lexiconId } = entityName(entity);
  return {
    key: entity.id,
    kind: entity.kind,
    name,
    unnamed: entity.unnamed,
    aliases,
    externalIds: externalIdsOf(entity, lexiconId, lexicon),
    lexiconId,
    properties: entity.properties,
    mentions: entity.mentions
      .filter(({ reference }) => !reference)
      .map((mention) => sourceSpan(text, mention)),
  };
}

/** A document after its cheap checks; a skipped one is not searched for names. */
interface Opened {
  readonly source: SourceDocument;
  readonly plain: Document;
  readonly warnings: readonly string[];
  readonly language: string;
  readonly skipped: string | null;
}

function opened(source: SourceDocument): Opened {
  const raw = source.raw.length > TEXT_MAX ? source.raw.slice(0, TEXT_MAX) : source.raw;
  const warnings = raw === source.raw ? [] : [`only the first ${TEXT_MAX} characters were read`];
  const plain = readWithoutNames(source.id, raw, source.publishedOn, source);
  // Of the clean text, where letters written as HTML entities are no words.
  const { clean } = plain.text;
  const language = languageOf(clean, source.language) ?? languageBeside(source.language, clean);
  const skipped = reasonToSkip(raw, language) ?? reasonOfPage(plain.text);
  return { source, plain, warnings, language, skipped };
}

/** Extracts a document's statements with the rules, as a pure function of both arguments. */
export function extract(source: SourceDocument, extractor: FastExtractor): Extraction {
  const one = opened(source);
  const { plain, skipped } = one;
  const prepared = skipped === null ? featurise(readByRules(plain, extractor.lexicon)) : null;
  return extractionOf(one, prepared, extractor);
}

/** Extracts with the encoder, if the extractor has one. */
export async function extractCarefully(
  source: SourceDocument,
  extractor: Extractor,
): Promise<Extraction> {
  const { encoder, lexicon } = extractor;
  if (encoder === null) return extract(source, { ...extractor, encoder });
  const one = opened(source);
  if (one.skipped !== null) return extractionOf(one, null, extractor);
  const document = await readCarefully(one.plain, lexicon, encoder);
  return extractionOf(one, await featuriseCarefully(document, encoder), extractor);
}

/** @param prepared null for a document that is skipped */
function extractionOf(
  { source, language, skipped, plain, ...one }: Opened,
  prepared: FeaturisedDocument | null,
  { version, model, lexicon }: Extractor,
): Extraction {
  const document = prepared?.document ?? plain;
  const warnings = [...one.warnings];
  const { text } = document;
  for (const figures of openDates(text.clean, document.dayOrder))
    warnings.push(`${figures} could be two days: no date was taken from it`);
  const title = source.title ?? titleOf(text);
  const base = {
    text: paragraphed(text),
    title,
    language,
    extractor: version,
    skipped,
  };
  if (prepared === null) return { ...base, warnings, entities: [], statements: [], doubtful: 0 };

  const decision = decide(model, prepared);
  const learned = decision.relationships.flatMap(
    ({ pair, best, scores, probability }): RelationMention[] =>
      pair.instances
        .filter((_, at) => at === best || (scores[at] as number) > SURE_SCORE)
        .map(({ candidate: { subjectMention, objectMention } }) => ({
          type: pair.type,
          subject: pair.subject,
          object: pair.object,
          subjectMention,
          objectMention,
          confidence: probability,
          modality: modalityOfFact(document.text, {
            type: pair.type,
            subjectMention,
            objectMention,
          }),
        })),
  );
  const kept = decision.entities.map(({ entity }) => entity);
  const bought = withoutFalseBuyers(text, learned, kept);
  const signing = withoutBystanders(text, withoutFalseParties(text, bought));
  const serving = withoutFalseOffices(text, signing);
  const sound = withoutPostings(text, withoutSharedSeats(text, serving));
  const names = new Names(text, kept);
  const owned = [...sound, ...officeOwners(names, sound), ...namedParties(names, sound)];
  const agreed = [...owned, ...pacts(names, owned)];
  const facts = [
    ...agreed,
    ...plannedSignings(text, agreed),
    ...patternRelations(names),
    ...usesAndMakers(names, sound),
    ...gatherings(names, sound),
  ];
  const properties = findAttributes(document, kept, facts);
  return {
    ...base,
    warnings: [...warnings, ...text.cut],
    entities: kept.map((entity) => entityOf(text, entity, lexicon)),
    statements: statementsOf(document, facts, properties),
    doubtful: decision.doubtful,
  };
}

function titleOf({ blocks, clean }: Text): string | null {
  const block = blocks.find(({ kind }) => kind === 'title');
  return block ? clean.slice(block.start, block.end).replace(/\s+/g, ' ') : null;
}
