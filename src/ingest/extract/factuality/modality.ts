import type { Modality } from '../../../model/kinds.ts';
import type { RelationshipType } from '../../../model/relationships.ts';
import { READING } from '../relationship-types.ts';
import { isHedged, isNegated } from './negation.ts';

const DENIED =
  /\b(?:(?:deny|denies|denied|denying (?!(?:the |these |those |any )?(?:reports?|claims?|rumou?rs|allegations)))\b|reject(?:s|ed)? (?:reports?|claims?|suggestions?)|no plans? to|ruled out|(?:has|have|had|did|does|do|was|were|is|are|will|would)(?:n[’']t| not| never) (?:yet )?(?:been )?(?:sign|sold|sell|buy|bought|approv|agree|deliver|suppl|operat|order|receiv|purchas|part of|a party)|false (?:reports?|claims?)|no such (?:deal|sale|agreement|contract))/i;
const RUMOURED =
  /\b(?:reportedly|rumou?r(?:s|ed)?|speculat\w+|unconfirmed|is said to|are said to|media reports (?:say|said|claim)|sources (?:say|said|claim)|allegedly|is believed to|are believed to|may have|might have)\b/i;
const PLANNED =
  /\b(?:will|would|shall|plan(?:s|ned|ning)?(?: to)?|intends?|intend(?:s|ed) to|expect(?:s|ed)? to|is to|are to|to be (?:signed|inked|finali[sz]ed|concluded|delivered|approved)|set to|due to (?:be|sign)|slated|scheduled|about to|aims? to|hopes? to|upcoming|forthcoming|proposed|prepar(?:es?|ing) to|next (?:week|month|year)|agreed to sign|look(?:s|ing)? forward to|once (?:signed|approved)|when (?:they|he|she|the two) meets?|likely to)\b/i;

/**
 * How the words around a statement's ends put it: as done, planned, rumoured, or not so.
 * @param clause those of them that are of the statement's own clause
 */
export function modalityOf(
  type: RelationshipType | 'PROPERTY',
  words: string,
  clause = words,
): Modality {
  const holds = type === 'PROPERTY' ? 'scheduled' : READING[type].holds;
  if (holds === 'presupposed') return 'asserted';
  if (DENIED.test(words) || isNegated(type, clause)) return 'denied';
  if (RUMOURED.test(words)) return 'rumoured';
  if (isHedged(type, clause)) return 'planned';
  return holds === 'done' && PLANNED.test(words) ? 'planned' : 'asserted';
}
