import { canonicalId, foldText } from '../../model/ids.ts';
import type { Clause } from '../compile/field.ts';

const asPhrase = (name: string) => `"${name.normalize('NFC').replace(/["\\]/g, ' ')}"`;

/** Finds an entity by id, else by name, else by alias: the one with most statements. */
export const entityClause: Clause = ({ to, param, value }) => {
  const label = (value('kind') as string | null | undefined) ?? 'Entity';
  if (value('id') != null) {
    const id = param('id', canonicalId);
    // The id of a local entity that was merged into another still answers.
    return `OPTIONAL MATCH (former:Local {id: ${id}})
WITH coalesce(former.entity, ${id}) AS id
MATCH (${to}:${label} {id: id})`;
  }
  const [key, best] = [
    param('name', foldText),
    `ORDER BY ${to}.statementCount DESC, ${to}.id LIMIT 1`,
  ];
  return `CALL () {
  MATCH (${to}:Entity {nameKey: ${key}}) WHERE ${to}:${label}
  WITH ${to} ${best}
  RETURN collect(${to}) AS named
}
CALL (named) {
  WITH named WHERE size(named) = 0
  CALL db.index.fulltext.queryNodes('entity_text', ${param('name', asPhrase)}, {limit: 2000}) YIELD node AS ${to}
  WITH ${to} WHERE ${to}:${label} AND ${key} IN ${to}.aliasKeys
  WITH ${to} ${best}
  RETURN collect(${to}) AS called
}
UNWIND named + called AS ${to}`;
};
