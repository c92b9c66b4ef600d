import type { Lexicon } from '../lexicon/lexicon.ts';
import type { DayOrder } from '../text/day-order.ts';
import { readText } from '../text/read.ts';
import type { Text } from '../text/text.ts';
import { addAnaphora } from './coreference/anaphora.ts';
import { findEntities } from './coreference/entities.ts';
import type { Encoder } from './encoder/encoder.ts';
import { joined } from './encoder/join.ts';
import type { Reading } from './encoder/reading.ts';
import { findMentions } from './mentions/mentions.ts';
import { dayOrderOf, type Origin } from './values/numeric-dates.ts';
import { Values } from './values/values.ts';
import type { Entity, Mention } from './vocabulary.ts';

/** A document with its entities, before relations are decided. */
export interface Document {
  readonly id: string;
  readonly publishedOn: string | null;
  /** Order of day and month in its numeric dates; null if unknown. */
  readonly dayOrder: DayOrder | null;
  readonly text: Text;
  /** Dates and sums, each found once. */
  readonly values: Values;
  readonly entities: Entity[];
  /** The encoder's scores; null when only the rules read the text. */
  readonly reading: Reading | null;
}

/** Reads a document without searching for entities. */
export function readWithoutNames(
  id: string,
  raw: string,
  publishedOn: string | null,
  origin: Omit<Origin, 'publishedOn'>,
): Document {
  const text = readText(raw);
  const dayOrder = dayOrderOf(text.clean, { ...origin, publishedOn });
  const values = new Values(text, publishedOn, dayOrder);
  return { id, publishedOn, dayOrder, text, values, entities: [], reading: null };
}

function withEntities(
  document: Document,
  mentions: readonly Mention[],
  reading: Reading | null,
): Document {
  const { text, values } = document;
  const entities = findEntities(text, [...mentions], values);
  addAnaphora(text, entities);
  return { ...document, entities, reading };
}

/** Finds the entities of a document, with the rules alone. */
export const readByRules = (document: Document, lexicon: Lexicon): Document =>
  withEntities(document, findMentions(document.text, lexicon), null);

/**
 * Reads the clean text and the entities of one document, with the rules alone.
 * @param origin hints to the order of day and month in numeric dates
 */
export function readDocument(
  id: string,
  raw: string,
  publishedOn: string | null,
  lexicon: Lexicon,
  origin: Omit<Origin, 'publishedOn'> = { language: null, url: null },
): Document {
  return readByRules(readWithoutNames(id, raw, publishedOn, origin), lexicon);
}

/** Reads the same with the encoder, which takes the mentions of the rules as input. */
export async function readCarefully(
  document: Document,
  lexicon: Lexicon,
  encoder: Encoder,
): Promise<Document> {
  const { text } = document;
  const mentions = findMentions(text, lexicon);
  const reading = await encoder.read(text, mentions);
  return withEntities(document, joined(text, mentions, reading), reading);
}
