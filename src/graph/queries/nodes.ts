import { canonicalId } from '../../model/ids.ts';
import type { Clause, Scope } from '../compile/field.ts';
import { isHeld, labelsAt, typesAt } from '../held.ts';
import { typeList } from '../paths/path-pattern.ts';
import { localHeld, localsAt } from './identity.ts';

const alone = (id: string) => [canonicalId(id)];
const all = (ids: readonly string[]) => ids.map(canonicalId);
/** `node` takes one id, `nodes` several. */
const idsOf = ({ param, value }: Pick<Scope, 'param' | 'value'>) =>
  value('ids') == null ? param('id', alone) : param('ids', all);

/** Labelled nodes by id; the id of a local entity that was merged into another still answers. */
export const nodesClause: Clause = ({ to, at, ...scope }) => {
  const labels = ['Entity', 'Document', 'Statement'].map((label) => labelsAt(label, at)).join('|');
  return `UNWIND ${idsOf(scope)} AS id
OPTIONAL MATCH (former:${localsAt(at)} {id: id})${localHeld('former', at)}
WITH id, coalesce(former.entity, id) AS now
MATCH (${to}:${labels} {id: now})`;
};

/** The moment before a statement was taken back, as of which it is read with all that belongs to it. */
export const BEFORE_WITHDRAWAL = 'beforeWithdrawal';

/** Statements by id that hold no more; what was forgotten is not there. */
export const withdrawnClause: Clause = ({ to, name, ...scope }) => {
  const s = name('s');
  // Without its last sign, the text of a moment is earlier than it, and later than all before it.
  return `UNWIND ${idsOf(scope)} AS id
CALL (id) { MATCH (${s}:PastStatement {id: id}) WHERE ${s}.withdrawnAt IS NOT NULL RETURN ${s} ORDER BY ${s}.heldUntil DESC LIMIT 1 }
WITH id, ${s} AS ${to}, left(${s}.heldUntil, size(${s}.heldUntil) - 1) AS ${BEFORE_WITHDRAWAL}`;
};

/** Relationships by id, each found by one of its statements: no index holds their ids. */
export const relationshipsClause: Clause = ({ to, name, at, ...scope }) => {
  const entity = labelsAt('Entity', at);
  const [s, a, b] = [name('s'), name('a'), name('b')];
  return `UNWIND ${idsOf(scope)} AS id
CALL (id) { MATCH (${s}:${labelsAt('Statement', at)} {relationshipId: id}) RETURN ${s} LIMIT 1 }
MATCH (${a}:${entity})<-[:${typesAt('SUBJECT', at)}]-(${s})-[:${typesAt('OBJECT', at)}]->(${b}:${entity})
MATCH (${a})-[${to}:${typesAt(typeList(null), at)} {id: id}]->(${b})${at === undefined ? '' : ` WHERE ${isHeld(to, at)}`}`;
};
