import type { Lexicon } from '../lexicon/lexicon.ts';
import { readText } from '../text/read.ts';
import type { Text } from '../text/text.ts';
import { addAnaphora } from './coreference/anaphora.ts';
import { findEntities } from './coreference/entities.ts';
import { findMentions } from './mentions/mentions.ts';
import { type DayOrder, dayOrderOf, type Origin } from './values/numeric-dates.ts';
import { Values } from './values/values.ts';
import type { Entity } from './vocabulary.ts';

/** A document that was read, before anything is decided. */
export interface Document {
  readonly id: string;
  readonly publishedOn: string | null;
  /** How it writes dates in figures; null where nothing tells. */
  readonly dayOrder: DayOrder | null;
  readonly text: Text;
  /** Dates and sums, found once. */
  readonly values: Values;
  readonly entities: Entity[];
}

/** A document of which only the text is wanted. */
export function readWithoutNames(
  id: string,
  raw: string,
  publishedOn: string | null,
  origin: Omit<Origin, 'publishedOn'>,
): Document {
  const text = readText(raw);
  const dayOrder = dayOrderOf(text.clean, { ...origin, publishedOn });
  const values = new Values(text, publishedOn, dayOrder);
  return { id, publishedOn, dayOrder, text, values, entities: [] };
}

/**
 * Everything before scoring: clean text and the entities of one document.
 * @param origin what tells how its dates in figures are meant
 */
export function readDocument(
  id: string,
  raw: string,
  publishedOn: string | null,
  lexicon: Lexicon,
  origin: Omit<Origin, 'publishedOn'> = { language: null, url: null },
): Document {
  const document = readWithoutNames(id, raw, publishedOn, origin);
  const { text, values } = document;
  const entities = findEntities(text, findMentions(text, lexicon), values);
  addAnaphora(text, entities);
  return { ...document, entities };
}
