import type { ExtractedEntity, Extraction, SourceDocument } from '../../../model/extraction.ts';
import type { EntityKind } from '../../../model/kinds.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { identifyAgreement } from './agreement.ts';
import { identifySale } from './arms-sale.ts';
import { identifyEvent } from './event.ts';
import { identifyNamed } from './named.ts';
import { type Identity, Told } from './told.ts';

export type { Identity } from './told.ts';

/** Kinds that are identified by related entities, and therefore after them. */
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
 * Identifies the entities of a document in the graph. The ids depend on the document alone, never
 * on the graph, so that the graph is the same in whatever order, and with whatever interruptions,
 * documents are read. Entities that cannot be distinguished from others of their kind stay within
 * their document.
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
