import { canonicalId } from '../../model/ids.ts';
import type { Clause, Scope } from '../compile/field.ts';

const alone = (id: string) => [canonicalId(id)];
const all = (ids: readonly string[]) => ids.map(canonicalId);
/** `node` takes one id, `nodes` several. */
const idsOf = ({ param, value }: Pick<Scope, 'param' | 'value'>) =>
  value('ids') == null ? param('id', alone) : param('ids', all);

/** Labelled nodes by id; what was found to be another entity goes on answering. */
export const nodesClause: Clause = ({ to, ...scope }) => `UNWIND ${idsOf(scope)} AS id
OPTIONAL MATCH (former:Local {id: id})
WITH id, coalesce(former.entity, id) AS now
MATCH (${to}:Entity|Document|Statement {id: now})`;

/** Relationships by id, found by one of their statements: an id of a relationship is in no index. */
export const relationshipsClause: Clause = ({ to, name, ...scope }) => {
  const [s, a, b] = [name('s'), name('a'), name('b')];
  return `UNWIND ${idsOf(scope)} AS id
CALL (id) { MATCH (${s}:Statement {relationshipId: id}) RETURN ${s} LIMIT 1 }
MATCH (${a}:Entity)<-[:SUBJECT]-(${s})-[:OBJECT]->(${b}:Entity)
MATCH (${a})-[${to} {id: id}]->(${b})`;
};
