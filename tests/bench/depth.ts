// How far a selection may reach: five levels from a hub, five rows each; and how long a list may be.
import { idOf } from './graph.ts';
import type { Workload } from './workloads.ts';

const LEVELS = [
  { field: 'approvedSales', on: 'Country', pattern: '-[r:APPROVED_SALE]->' },
  { field: 'items', on: 'ArmsSale', pattern: '-[r:INCLUDES]->' },
  { field: 'manufacturers', on: 'WeaponSystem', pattern: '<-[r:MANUFACTURES]-' },
  { field: 'partOf', on: 'Organisation', pattern: '-[r:PART_OF]->' },
  { field: 'purchases', on: 'Country', pattern: '<-[r:SOLD_TO]-' },
] as const;
const PAGE = 5;
const HUBS = 20;

/** Which levels Entente knows only as Entity, so that a client narrows them. */
const narrowed = (level: number, text: string) =>
  ['approvedSales', 'partOf', 'purchases'].includes(LEVELS[level]!.field)
    ? `... on ${LEVELS[level]!.on} { ${text} }`
    : text;

const ours = (level: number, depth: number): string =>
  `id name ${level === depth ? '' : narrowed(level, `${LEVELS[level]!.field}(first: ${PAGE}) { edges { node { ${ours(level + 1, depth)} } } }`)}`;

const peer = (level: number, depth: number): string => {
  if (level === depth) return 'id name';
  const { field } = LEVELS[level]!;
  return `id name ${field}: ${field}Connection(first: ${PAGE}, where: {edge: {modality: {in: ["asserted", "planned"]}}}, sort: [{node: {id: ASC}}]) { edges { node { ${peer(level + 1, depth)} } } }`;
};

const raw = (level: number, depth: number): string => {
  const v = `n${level}`;
  if (level === depth) return `${v} {.id, .name}`;
  const { field, pattern } = LEVELS[level]!;
  return `${v} {.id, .name, ${field}: {edges: COLLECT {
MATCH (${v})${pattern.replace('r:', `r${level}:`)}(n${level + 1}) WHERE r${level}.modality IN ['asserted', 'planned']
WITH n${level + 1} ORDER BY n${level + 1}.id LIMIT ${PAGE} RETURN {node: ${raw(level + 1, depth)}}}}}`;
};

export const DEPTHS: readonly Workload[] = LEVELS.map((_, i) => ({
  name: `depth-${i + 1}`,
  title: `${i + 1} level${i === 0 ? '' : 's'} from a hub, five rows each`,
  ours: `query($id: ID!) { entity(id: $id) { ${ours(0, i + 1)} } }`,
  peer: `query($id: ID!) { entity: countries(where: {id: {eq: $id}}) { ${peer(0, i + 1)} } }`,
  raw: `MATCH (n0:Country {id: $id}) RETURN {entity: ${raw(0, i + 1)}} AS data`,
  variables: () => Array.from({ length: HUBS }, (_hub, at) => ({ id: idOf('Country', at) })),
}));
