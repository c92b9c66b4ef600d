import type { ExtractedEntity, Extraction, SourceDocument } from '../../../model/extraction.ts';
import type { EntityKind } from '../../../model/kinds.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { identifyAgreement } from './agreement.ts';
import { identifySale } from './arms-sale.ts';
import { identifyEvent } from './event.ts';
import { identifyNamed } from './named.ts';
import { type Identity, Told } from './told.ts';

export type { Identity } from './told.ts';

/** Kinds that are known by what is tied to them, and so after it. */
const BY_THEIR_TIES: ReadonlySet<EntityKind> = new Set(['Agreement', 'ArmsSale', 'Event']);

function identityOf(
  entity: ExtractedEntity,
  told: Told,
  lexicon: Pick<Lexicon, 'agreements'>,
): Identity {
  switch (entity.kind) {
    case 'Agreement':
      return identifyAgreement(entity, told, lexicon);
    case 'ArmsSale':
      return told.apart(entity, identifySale(entity, told));
    case 'Event':
      return told.apart(entity, identifyEvent(entity, told));
    default:
      return identifyNamed(entity, told);
  }
}

/**
 * Which entity of the graph each entity of a document is. Identities are a function of the document
 * alone, never of what the graph already holds: so the graph is the same in whatever order, and
 * however interrupted, documents are read. What cannot be told apart from others of its kind stays
 * within its document.
 * @returns identities by the keys of the entities
 */
export function identify(
  source: SourceDocument,
  extraction: Extraction,
  lexicon: Pick<Lexicon, 'agreements'>,
): Map<string, Identity> {
  const told = new Told(source, extraction);
  const tied = extraction.entities.filter(({ kind }) => BY_THEIR_TIES.has(kind));
  const others = extraction.entities.filter(({ kind }) => !BY_THEIR_TIES.has(kind));
  for (const entity of [...others, ...tied])
    told.ids.set(entity.key, identityOf(entity, told, lexicon));
  return told.ids;
}
