import { OWN_PROPERTIES } from '../../model/relationship-properties.ts';
import type { Clause } from '../compile/field.ts';
import { isHeld, storedMoment } from '../held.ts';

/** What a statement tells beside what it is about; one text, so that it compares. */
const TOLD = ['modality', 'value', 'currency', ...Object.keys(OWN_PROPERTIES)]
  .map((name) => `coalesce(toString(s.${name}), '')`)
  .join(" + '|' + ");

/** The first statement of one side of a pair that the other side does not tell in the same way. */
const differing = (side: string, other: string): string =>
  `head([x IN p.${side} WHERE NOT x.told IN [y IN p.${other} | y.told]] + p.${side}).s`;
const tellsAll = (side: string, other: string): string =>
  `all(x IN p.${side} WHERE x.told IN [y IN p.${other} | y.told])`;

/**
 * What the versions of a document's source say now and did not say at a moment, what they said and say no
 * more, and what they say otherwise. A fact is a relationship, or a property of a subject.
 */
export const documentChangesClause: Clause = ({ row, to, param }) => {
  const since = param('since', storedMoment);
  return `WITH COLLECT {
  MATCH (:Document {source: ${row}.source})<-[:FROM|WAS_FROM]-(s:Statement|PastStatement)
  WHERE s:Statement OR (${isHeld('s', since)})
  MATCH (s)-[:SUBJECT|WAS_SUBJECT]->(a)
  OPTIONAL MATCH (s)-[:OBJECT|WAS_OBJECT]->(b)
  WITH s, a.id + ' ' + s.type + ' ' + coalesce(b.id, s.property, '') AS fact, ${TOLD} AS told
  ORDER BY fact, s.confidence DESC, s.id
  RETURN {s: s, fact: fact, told: told, was: ${isHeld('s', since)}, is: s:Statement}
} AS said
WITH said, reduce(facts = [], x IN said | CASE WHEN x.fact IN facts THEN facts ELSE facts + [x.fact] END) AS facts
WITH [f IN facts | {was: [x IN said WHERE x.fact = f AND x.was], is: [x IN said WHERE x.fact = f AND x.is]}] AS pairs
WITH [p IN pairs WHERE NOT (${tellsAll('was', 'is')} AND ${tellsAll('is', 'was')}) | {
  before: CASE WHEN size(p.was) > 0 THEN ${differing('was', 'is')} END,
  now: CASE WHEN size(p.is) > 0 THEN ${differing('is', 'was')} END
}] AS pairs
WITH [c IN pairs | {before: c.before, now: c.now, withdrawnAt: c.before.withdrawnAt, withdrawnWhy: c.before.withdrawnWhy}] AS changes
WITH {gone: [c IN changes WHERE c.now IS NULL], new: [c IN changes WHERE c.before IS NULL],
  changed: [c IN changes WHERE c.now IS NOT NULL AND c.before IS NOT NULL]} AS ${to}`;
};
