import { FOLLOWED_MODALITIES } from '../../model/kinds.ts';
import type { Clause } from '../compile/field.ts';
import { heldVersion, isHeld, labelsAt, typesAt } from '../held.ts';
import { isPublished } from '../known.ts';

const FOLLOWED = FOLLOWED_MODALITIES.map((modality) => `'${modality}'`).join(', ');

/** Most sums of a sale; most have one or two. */
export const SALE_VALUES_MAX = 20;

const dayOf = (which: '<' | '>'): string =>
  `reduce(kDay = null, kX IN kThose | CASE WHEN kDay IS NULL OR kX.day ${which} kDay THEN kX.day ELSE kDay END)`;

/**
 * The sums of a sale by what they are, each with its surest statement, its days and its independent
 * sources: those that most sources tell first. It makes do without aggregating functions, which would
 * group the rows of the statement around it.
 */
export const saleValuesClause: Clause = ({ from, to, at, known }) => {
  const holds = [
    ...(at === undefined ? [] : [isHeld('kS', at)]),
    ...(known === undefined ? [] : [isPublished('kS', known)]),
  ].map((condition) => ` AND ${condition}`);
  const way = `MATCH (kS)-[:${typesAt('FROM', at)}]->`;
  const document =
    at === undefined
      ? `${way}(kD:Document)`
      : `${way}(kE:${labelsAt('Document', at)}) ${heldVersion('kE', 'kD', at)}`;
  return `WITH COLLECT {
  MATCH (${from})<-[:${typesAt('SUBJECT', at)}]-(kS:${labelsAt('Statement', at)} {type: 'PROPERTY', property: 'value'})
  WHERE kS.modality IN [${FOLLOWED}]${holds.join('')}
  ${document}
  RETURN {s: kS, basis: coalesce(kS.basis, 'reported'), amount: kS.value, day: kS.publishedOn, story: coalesce(kD.story, kD.id)}
  ORDER BY kS.confidence DESC, kS.id
} AS kSaid
UNWIND kSaid AS kOne
WITH DISTINCT kSaid, kOne.basis AS kBasis, kOne.amount AS kAmount
WITH kBasis, kAmount, [kX IN kSaid WHERE kX.basis = kBasis AND kX.amount = kAmount] AS kThose
WITH kBasis, kAmount, kThose, head(kThose).s AS kBest, size(COLLECT { UNWIND kThose AS kX RETURN DISTINCT kX.story }) AS kSources
ORDER BY kSources DESC, kBest.confidence DESC, kAmount, kBasis LIMIT ${SALE_VALUES_MAX}
WITH {amount: toFloat(kAmount), currency: kBest.currency, valueText: kBest.valueText, basis: kBasis,
      firstSeen: ${dayOf('<')}, lastSeen: ${dayOf('>')}, sourceCount: kSources, statement: kBest} AS ${to}`;
};
