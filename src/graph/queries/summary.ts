import { KIND_NAMES } from '../../model/kinds.ts';
import { RELATIONSHIP_TYPES } from '../../model/relationships.ts';
import type { Clause } from '../compile/field.ts';

const count = (pattern: string) => `COUNT { MATCH ${pattern} }`;

/** Counts of each kind. The database keeps these numbers, except for documents. */
export const summaryClause: Clause = ({ to }) => `OPTIONAL MATCH (g:Graph {id: 'graph'})
WITH {
  kinds: {${KIND_NAMES.map((kind) => `${kind}: ${count(`(:${kind})`)}`).join(', ')}},
  types: {${RELATIONSHIP_TYPES.map((type) => `${type}: ${count(`()-[:${type}]->()`)}`).join(', ')}},
  documents: COUNT { MATCH (d:Document) WHERE d.supersededBy IS NULL }, statements: ${count('(:Statement)')}, lastIngest: g.lastIngestAt
} AS ${to}`;
