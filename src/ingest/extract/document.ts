import { readText } from '../text/read.ts';
import { findEntities } from './entities.ts';
import type { Lexicon } from './lexicon.ts';
import { findMentions } from './mentions.ts';
import { addReferences } from './references.ts';
import type { Entity, Text } from './terms.ts';

/** A document that was read, before anything is decided. */
export interface Document {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly text: Text;
  readonly entities: Entity[];
}

/** Everything before scoring: clean text and the entities of one document. */
export function readDocument(
  id: string,
  raw: string,
  publishedOn: string | null,
  lexicon: Lexicon,
): Document {
  const text = readText(raw);
  const entities = findEntities(text, findMentions(text, lexicon));
  addReferences(text, entities);
  return { id, publishedOn, text, entities };
}
