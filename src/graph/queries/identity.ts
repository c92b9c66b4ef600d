import type { Clause } from '../compile/field.ts';
import { ANY_TYPE, isHeld, labelsAt, type Moment } from '../held.ts';

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
const candidatesOf = (id: string): string => `MATCH (asked:Local {id: ${id}})
MATCH (member:Local {entity: asked.entity})
CALL (member) {
  MATCH (c:Candidate {left: member.id}) RETURN c
  UNION
  MATCH (c:Candidate {right: member.id}) RETURN c
}
WITH DISTINCT c`;

/** Pairs that were kept apart, with the number of new paths if they were one entity. */
export const identityCandidatesClause: Clause = ({ to, param, value }) => {
  const kinds =
    value('kinds') == null
      ? ''
      : ` AND any(label IN labels(left) WHERE label IN ${param('kinds')})`;
  const candidates = value('of') == null ? 'MATCH (c:Candidate)' : candidatesOf(param('of'));
  return `${candidates}
MATCH (l:Local {id: c.left})
MATCH (r:Local {id: c.right})
MATCH (left:Entity {id: l.entity})
MATCH (right:Entity {id: r.entity})
WHERE left <> right${kinds}
WITH left, right, c ORDER BY c.score DESC, c.id
WITH left, right, head(collect(c)) AS c
WITH {id: c.id, left: left, right: right, score: c.score,
      paths: COUNT { (left)-[:${ANY_TYPE}]-() } * COUNT { (right)-[:${ANY_TYPE}]-() }, reasons: ${reasonsIn('c')}} AS ${to}`;
};
