import { prefixOf } from '../../model/ids.ts';
import { KIND_NAMES } from '../../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../../model/relationships.ts';
import type { Clause } from '../compile/field.ts';
import type { Sizes } from '../degrees.ts';
import { heldVersion, isHeld, labelsAt, typesAt } from '../held.ts';

const count = (pattern: string) => `COUNT { MATCH ${pattern} }`;

/** Counts of each kind as of a moment, in one pass over the entities and what these were. */
const countsAt = (at: string): string => `CALL () {
  MATCH (e:${labelsAt('Entity', at)}) ${heldVersion('e', 'v', at)}
  WITH split(e.id, ':')[0] + ':' AS prefix, count(*) AS number
  RETURN collect({prefix: prefix, number: number}) AS kinds
}
OPTIONAL MATCH (:Graph {id: 'graph'})<-[:VERSION_OF*0..1]-(g)
WHERE coalesce(g.heldFrom, '') <= ${at} AND coalesce(g.heldUntil > ${at}, true)
WITH {
  kinds: {${KIND_NAMES.map((kind) => `${kind}: coalesce(head([k IN kinds WHERE k.prefix = '${prefixOf(kind)}' | k.number]), 0)`).join(', ')}},
  types: {${RELATIONSHIP_TYPES.map((type) => `${type}: ${count(`()-[r:${typesAt(type, at)}]->() WHERE ${isHeld('r', at)}`)}`).join(', ')}},
  documents: ${count(`(d:${labelsAt('Document', at)}) ${heldVersion('d', 'v', at)} AND v.supersededBy IS NULL`)},
  statements: ${count(`(s:${labelsAt('Statement', at)}) WHERE ${isHeld('s', at)}`)}, lastIngest: g.lastIngestAt
}`;

/** Counts of each kind. The database keeps these numbers, except for documents. */
const COUNTS = `OPTIONAL MATCH (g:Graph {id: 'graph'})
WITH {
  kinds: {${KIND_NAMES.map((kind) => `${kind}: ${count(`(:${kind})`)}`).join(', ')}},
  types: {${RELATIONSHIP_TYPES.map((type) => `${type}: ${count(`()-[:${type}]->()`)}`).join(', ')}},
  documents: COUNT { MATCH (d:Document) WHERE d.supersededBy IS NULL }, statements: ${count('(:Statement)')}, lastIngest: g.lastIngestAt
}`;

export const summaryClause: Clause = ({ to, at }) =>
  `${at === undefined ? COUNTS : countsAt(at)} AS ${to}`;

/** Of now the documents are scanned; of a moment all that is or was. */
export function readsOfSummary(args: Readonly<Record<string, unknown>>, sizes: Sizes): number {
  const documents = sizes.nodes('Document') / 4;
  const { recorded } = (args.asOf ?? {}) as { recorded?: unknown };
  if (recorded == null) return documents;
  return documents + sizes.nodes('Entity') + sizes.nodes('Statement') + sizes.relationships();
}

/** The document that was published last, of those that hold. */
export const newestClause: Clause = ({ to, name, at }) => {
  const row = at === undefined ? to : name('d');
  const match = `MATCH (${to}:${labelsAt('Document', at)})`;
  return `${at === undefined ? `${match} WHERE` : `${match} ${heldVersion(to, row, at)} AND`} ${row}.publishedOn IS NOT NULL AND ${row}.supersededBy IS NULL
WITH ${to} ORDER BY ${row}.publishedOn DESC, ${to}.id LIMIT 1`;
};
