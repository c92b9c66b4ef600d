import type { Clause } from '../compile/field.ts';
import { ANY_TYPE, isHeld, isOfKinds, labelsAt, type Moment, typesAt } from '../held.ts';

/** Reasons are stored as parallel lists, because a property holds no list of maps. */
export const reasonsIn = (node: string): string =>
  `[i IN range(0, size(coalesce(${node}.features, [])) - 1) | {
    feature: ${node}.features[i], left: ${node}.lefts[i], right: ${node}.rights[i],
    weight: ${node}.weights[i], sentence: ${node}.sentences[i]
  }]`;

/** Labels of what the first layer has, or had. */
export const localsAt = (at: Moment): string => labelsAt('Local', at);
/** That one was held at the moment that is read. */
export const localHeld = (local: string, at: Moment, after = ' WHERE'): string =>
  at === undefined ? '' : `${after} ${isHeld(local, at)}`;

/** The reasons for the least certain member of an entity. */
export const leastSureReasons: Clause = ({ from, to, at }) => `CALL (${from}) {
  MATCH (l:${localsAt(at)} {entity: ${from}.entity}) WHERE l.score IS NOT NULL${localHeld('l', at, ' AND')}
  RETURN l ORDER BY l.score, l.id LIMIT 1
}
UNWIND ${reasonsIn('l')} AS ${to}`;

/** Open pairs of an entity: those of any local entity that is part of it. */
const candidatesOf = (id: string, at: Moment): string => {
  const label = labelsAt('Candidate', at);
  return `MATCH (asked:${localsAt(at)} {id: ${id}})${localHeld('asked', at)}
MATCH (member:${localsAt(at)} {entity: asked.entity})${localHeld('member', at)}
CALL (member) {
  MATCH (c:${label} {left: member.id}) RETURN c
  UNION
  MATCH (c:${label} {right: member.id}) RETURN c
}
WITH DISTINCT c`;
};

/** How many relationships an entity has, or had. */
const tiesOf = (entity: string, at: Moment): string =>
  `COUNT { MATCH (${entity})-[r:${typesAt(ANY_TYPE, at)}]-()${at === undefined ? '' : ` WHERE ${isHeld('r', at)}`} }`;

/** Pairs that were kept apart, with the number of new paths if they were one entity. */
export const identityCandidatesClause: Clause = ({ to, param, value, at }) => {
  const kinds = value('kinds') == null ? '' : ` AND ${isOfKinds('left', param('kinds'), at)}`;
  const found =
    value('of') == null ? `MATCH (c:${labelsAt('Candidate', at)})` : candidatesOf(param('of'), at);
  const held = at === undefined ? '' : `\nWITH c WHERE ${isHeld('c', at)}`;
  const entity = labelsAt('Entity', at);
  return `${found}${held}
MATCH (l:${localsAt(at)} {id: c.left})${localHeld('l', at)}
MATCH (r:${localsAt(at)} {id: c.right})${localHeld('r', at)}
MATCH (left:${entity} {id: l.entity})
MATCH (right:${entity} {id: r.entity})
WHERE left <> right${kinds}
WITH left, right, c ORDER BY c.score DESC, c.id
WITH left, right, head(collect(c)) AS c
WITH {id: c.id, left: left, right: right, score: c.score,
      paths: ${tiesOf('left', at)} * ${tiesOf('right', at)}, reasons: ${reasonsIn('c')}} AS ${to}`;
};
