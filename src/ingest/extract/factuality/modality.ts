import type { Modality } from '../../../model/kinds.ts';
import type { RelationshipType } from '../../../model/relationships.ts';
import { anyOf } from '../../text/pattern.ts';
import { READING } from '../relationship-types.ts';
import { isHedged, isNegated } from './negation.ts';

const AUXILIARY = '(?:has|have|had|did|does|do|was|were|is|are|will|would)';
const ACTS =
  'sign|sold|sell|buy|bought|approv|agree|deliver|suppl|operat|order|receiv|purchas|part of|a party';
/** "Denied the reports" denies words; "denying the sale" does not. */
const OF_REPORTS = '(?:the |these |those |any )?(?:reports?|claims?|rumou?rs|allegations)';
const DENIALS = anyOf(
  String.raw`(?:deny|denies|denied|denying (?!${OF_REPORTS}))\b`,
  'reject(?:s|ed)? (?:reports?|claims?|suggestions?)|no plans? to|ruled out',
  `${AUXILIARY}(?:n[’']t| not| never) (?:yet )?(?:been )?(?:${ACTS})`,
  'false (?:reports?|claims?)|no such (?:deal|sale|agreement|contract)',
);
const DENIED = new RegExp(String.raw`\b${DENIALS}`, 'i');
const RUMOURS = anyOf(
  String.raw`reportedly|rumou?r(?:s|ed)?|speculat\w+|unconfirmed|(?:is|are) said to`,
  '(?:media reports|sources) (?:say|said|claim)|allegedly',
  '(?:is|are) believed to|(?:may|might) have',
);
const RUMOURED = new RegExp(String.raw`\b${RUMOURS}\b`, 'i');
const PLANS = anyOf(
  'will|would|shall|plan(?:s|ned|ning)?(?: to)?|intends?|intend(?:s|ed) to|expect(?:s|ed)? to',
  '(?:is|are) to|to be (?:signed|inked|finali[sz]ed|concluded|delivered|approved)|set to',
  'due to (?:be|sign)|slated|scheduled|about to|aims? to|hopes? to|upcoming|forthcoming|proposed',
  'prepar(?:es?|ing) to|next (?:week|month|year)|agreed to sign|look(?:s|ing)? forward to',
  'once (?:signed|approved)|when (?:they|he|she|the two) meets?|likely to',
);
/** What has not happened yet: "if both sign the pact". */
const CONDITIONS =
  '(?:if|unless|provided that) [^,.;]{0,60}\\b(?:signs?|buys?|orders?|approves?|joins?|agrees?|sells?|delivers?)';
const PLANNED = new RegExp(String.raw`\b(?:${PLANS}|${CONDITIONS})\b`, 'i');
/** "Shall be considered …" states what holds from now on, and is no plan. */
const JUDGED =
  /\b(?:will|would|shall|is to|are to) be (?:seen|viewed|regarded|considered|treated|understood|deemed|taken|interpreted|remembered)\b/gi;
const isPlanned = (words: string) => PLANNED.test(words) && PLANNED.test(words.replace(JUDGED, ''));

/**
 * The modality that the words around a statement's ends express.
 * @param clause the words of the statement's own clause
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
  return holds === 'done' && isPlanned(words) ? 'planned' : 'asserted';
}
