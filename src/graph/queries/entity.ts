import { canonicalId, foldText } from '../../model/ids.ts';
import type { Clause } from '../compile/field.ts';
import { isHeld, isOfKind, labelsAt, type Moment } from '../held.ts';
import { localHeld, localsAt } from './identity.ts';

/** Hits of the index that are looked at for a name. */
const CALLED_MAX = 2_000;
const asPhrase = (name: string) => `"${name.normalize('NFC').replace(/["\\]/g, ' ')}"`;

/** Cypher that binds `id` to what an id is of: what was found to be another entity goes on answering. */
const nowOf = (
  id: string,
  at: Moment,
): string => `OPTIONAL MATCH (former:${localsAt(at)} {id: ${id}})${localHeld('former', at)}
WITH coalesce(former.entity, ${id}) AS id`;

const isEntity = (to: string, label: string, at: string): string =>
  label === 'Entity' ? 'true' : isOfKind(to, label, at);

/** The best known of what was called so: by the version that was held, whose entity is given. */
const namedAt = (to: string, label: string, key: string, phrase: string, at: string): string => {
  const hits = (
    index: string,
  ) => `CALL db.index.fulltext.queryNodes('${index}', ${phrase}, {limit: ${CALLED_MAX}}) YIELD node AS called
  WITH called WHERE ${isHeld('called', at)} AND (called.nameKey = ${key} OR ${key} IN called.aliasKeys) AND ${isEntity('called', label, at)}
  RETURN called`;
  return `CALL () {
  ${hits('entity_text')}
UNION
  ${hits('version_text')}
}
WITH called ORDER BY called.nameKey = ${key} DESC, called.statementCount DESC, called.id LIMIT 1
MATCH (${to}:${labelsAt('Entity', at)} {id: called.id})`;
};

/** Finds an entity by id, else by name, else by alias: the one with most statements. */
export const entityClause: Clause = ({ to, param, value, at }) => {
  const label = (value('kind') as string | null | undefined) ?? 'Entity';
  if (value('id') != null) {
    const id = param('id', canonicalId);
    if (at !== undefined)
      return `${nowOf(id, at)}
MATCH (${to}:${labelsAt(label, at)} {id: id}) WHERE ${isEntity(to, label, at)}`;
    return `${nowOf(id, at)}
MATCH (${to}:${label} {id: id})`;
  }
  if (at !== undefined)
    return namedAt(to, label, param('name', foldText), param('name', asPhrase), at);
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
  CALL db.index.fulltext.queryNodes('entity_text', ${param('name', asPhrase)}, {limit: ${CALLED_MAX}}) YIELD node AS ${to}
  WITH ${to} WHERE ${to}:${label} AND ${key} IN ${to}.aliasKeys
  WITH ${to} ${best}
  RETURN collect(${to}) AS called
}
UNWIND named + called AS ${to}`;
};
