import { canonicalId } from '../../model/ids.ts';
import type { Clause, Scope } from '../compile/field.ts';

const alone = (id: string) => [canonicalId(id)];
const all = (ids: readonly string[]) => ids.map(canonicalId);
/** `node` takes one id, `nodes` several. */
const idsOf = ({ param, value }: Pick<Scope, 'param' | 'value'>) =>
  value('ids') == null ? param('id', alone) : param('ids', all);

/** Labelled nodes by id; the id of a local entity that was merged into another still answers. */
export const nodesClause: Clause = ({ to, ...scope }) => `UNWIND ${idsOf(scope)} AS id
OPTIONAL MATCH (former:Local {id: id})
WITH id, coalesce(former.entity, id) AS now
MATCH (${to}:Entity|Document|Statement {id: now})`;

/** Relationships by id, each found by one of its statements: no index holds their ids. */
export const relationshipsClause: Clause = ({ to, name, ...scope }) => {
  const [s, a, b] = [name('s'), name('a'), name('b')];
  return `UNWIND ${idsOf(scope)} AS id
CALL (id) { MATCH (${s}:Statement {relationshipId: id}) RETURN ${s} LIMIT 1 }
MATCH (${a}:Entity)<-[:SUBJECT]-(${s})-[:OBJECT]->(${b}:Entity)
MATCH (${a})-[${to} {id: id}]->(${b})`;
};
