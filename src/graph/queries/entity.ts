import { canonicalId, foldText } from '../../model/ids.ts';
import type { Clause } from '../compile/field.ts';

const asPhrase = (name: string) => `"${name.normalize('NFC').replace(/["\\]/g, ' ')}"`;

/** One entity by its id, else by its name, else by another of its names: the best known. */
export const entityClause: Clause = ({ to, param, value }) => {
  const label = (value('kind') as string | null | undefined) ?? 'Entity';
  if (value('id') != null) {
    const id = param('id', canonicalId);
    // What was found to be another entity goes on answering.
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
