// Each question three times: as a client of Entente asks it, as a client of @neo4j/graphql over the
// same data does, and as Cypher written by hand. All three answer with the same JSON.
import type { EntityKind } from '../../src/model/kinds.ts';
import { countOf, idOf, random } from './graph.ts';

export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly ours: string;
  /** Left out where the peer cannot be asked. */
  readonly peer?: string;
  /** Returns one row, `data`: the whole of the answer. */
  readonly raw: string;
  /** Sets of variables, for a graph of so many entities. */
  readonly variables: (size: number) => readonly Record<string, unknown>[];
  /** The same as variables of the peer, where it pages otherwise. */
  readonly peerVariables?: (
    variables: Record<string, unknown>,
    at: number,
  ) => Record<string, unknown>;
  /** What is compared, where several answers are equally right. */
  readonly same?: (data: never) => unknown;
}

const SETS = 32;
const HUBS = 20;
const sets = (make: (next: () => number, i: number) => Record<string, unknown>, seed = 7) => {
  const next = random(seed);
  return Array.from({ length: SETS }, (_, i) => make(next, i));
};
const any = (kind: EntityKind, size: number, next: () => number) =>
  idOf(kind, Math.floor(next() * countOf(kind, size)));
const hub = (i: number) => ({ id: idOf('Country', i % HUBS) });

/** What every traversal of Entente follows unless asked otherwise. */
const HOLDS = (r: string) => `${r}.modality IN ['asserted', 'planned']`;
const PEER_HOLDS =
  'where: {edge: {modality: {in: ["asserted", "planned"]}}}, sort: [{node: {id: ASC}}]';

const WORDS = [
  'missile',
  'frigate',
  'export licence',
  'drone border',
  'helicopter training',
  'satellite',
  'nuclear talks',
  'harbour OR port',
];

const people = (first: number): Workload => ({
  name: `people-${first}`,
  title: `${first} people with their positions`,
  ours: `query($after: String) { people(first: ${first}, after: $after) { edges { node { id name positions(first: 5) { edges { title node { id name } } } } } } }`,
  peer: `query($offset: Int!) { people(limit: ${first}, offset: $offset, sort: [{id: ASC}]) { id name positions: positionsConnection(first: 5, ${PEER_HOLDS}) { edges { properties { title } node { id name } } } } }`,
  raw: `MATCH (p:Person) WHERE p.id > $id WITH p ORDER BY p.id LIMIT ${first}
WITH {node: p {.id, .name, positions: {edges: COLLECT {
  MATCH (p)-[r:HOLDS_POSITION]->(o) WHERE ${HOLDS('r')}
  WITH r, o ORDER BY o.id LIMIT 5 RETURN r {.title, node: o {.id, .name}}}}}} AS edge
RETURN {people: {edges: collect(edge)}} AS data`,
  variables: (size) =>
    sets((_next, i) => {
      const id = idOf('Person', (i * 50) % Math.max(1, countOf('Person', size) - first));
      return { id, after: Buffer.from(JSON.stringify(['id ASC', id])).toString('base64url') };
    }),
  peerVariables: ({ id }) => ({ offset: Number(String(id).split(':')[1]) + 1 }),
});

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'point',
    title: 'point look-up',
    ours: 'query($id: ID!) { entity(id: $id) { id name aliases statementCount } }',
    peer: 'query($id: ID!) { entity: people(where: {id: {eq: $id}}) { id name aliases statementCount } }',
    raw: 'MATCH (n:Entity {id: $id}) RETURN {entity: n {.id, .name, .aliases, .statementCount}} AS data',
    variables: (size) => sets((next) => ({ id: any('Person', size, next) })),
  },
  people(50),
  {
    name: 'four-hops',
    title: 'country, sales, weapons, makers: four hops',
    ours: `query($id: ID!) { entity(id: $id) { id name ... on Country { approvedSales(first: 20) { edges { node { id name stage items(first: 5) { edges { quantity node { id name kind
  manufacturers(first: 3) { edges { node { id name ... on Organisation { partOf(first: 1) { edges { node { id name } } } } } } } } } } } } } } } }`,
    peer: `query($id: ID!) { entity: countries(where: {id: {eq: $id}}) { id name approvedSales: approvedSalesConnection(first: 20, ${PEER_HOLDS}) { edges { node { id name stage items: itemsConnection(first: 5, ${PEER_HOLDS}) { edges { properties { quantity } node { id name kind
  manufacturers: manufacturersConnection(first: 3, ${PEER_HOLDS}) { edges { node { id name partOf: partOfConnection(first: 1, ${PEER_HOLDS}) { edges { node { id name } } } } } } } } } } } } } }`,
    raw: `MATCH (c:Country {id: $id}) RETURN {entity: c {.id, .name, approvedSales: {edges: COLLECT {
  MATCH (c)-[r1:APPROVED_SALE]->(s) WHERE ${HOLDS('r1')} WITH s ORDER BY s.id LIMIT 20
  RETURN {node: s {.id, .name, .stage, items: {edges: COLLECT {
    MATCH (s)-[r2:INCLUDES]->(w) WHERE ${HOLDS('r2')} WITH r2, w ORDER BY w.id LIMIT 5
    RETURN r2 {.quantity, node: w {.id, .name, .kind, manufacturers: {edges: COLLECT {
      MATCH (w)<-[r3:MANUFACTURES]-(o) WHERE ${HOLDS('r3')} WITH o ORDER BY o.id LIMIT 3
      RETURN {node: o {.id, .name, partOf: {edges: COLLECT {
        MATCH (o)-[r4:PART_OF]->(k) WHERE ${HOLDS('r4')} WITH k ORDER BY k.id LIMIT 1
        RETURN {node: k {.id, .name}}}}}}}}}}}}}}}}}} AS data`,
    variables: () => sets((_next, i) => hub(i)),
  },
  {
    name: 'two-hops',
    title: 'a person, its organisations, their people: two hops',
    ours: `query($id: ID!) { entity(id: $id) { id name ... on Person { positions(first: 5) { edges { title node { id name ... on Organisation { holders(first: 20) { edges { title node { id name } } } } } } } } } }`,
    peer: `query($id: ID!) { entity: people(where: {id: {eq: $id}}) { id name positions: positionsConnection(first: 5, ${PEER_HOLDS}) { edges { properties { title } node { id name holders: holdersConnection(first: 20, ${PEER_HOLDS}) { edges { properties { title } node { id name } } } } } } } }`,
    raw: `MATCH (p:Person {id: $id}) RETURN {entity: p {.id, .name, positions: {edges: COLLECT {
  MATCH (p)-[r1:HOLDS_POSITION]->(o) WHERE ${HOLDS('r1')} WITH r1, o ORDER BY o.id LIMIT 5
  RETURN r1 {.title, node: o {.id, .name, holders: {edges: COLLECT {
    MATCH (o)<-[r2:HOLDS_POSITION]-(q) WHERE ${HOLDS('r2')} WITH r2, q ORDER BY q.id LIMIT 20
    RETURN r2 {.title, node: q {.id, .name}}}}}}}}}} AS data`,
    variables: (size) => sets((next) => ({ id: any('Person', size, next) })),
  },
  {
    name: 'path',
    title: 'shortest path',
    ours: 'query($id: ID!, $to: ID!) { paths(from: $id, to: $to, first: 1) { paths { length entities { id name } } } }',
    peer: 'query($id: ID!, $to: ID!) { paths: shortestPath(from: $id, to: $to) { length entities { id name } } }',
    raw: `MATCH (a:Entity {id: $id}) MATCH (b:Entity {id: $to})
MATCH p = shortestPath((a)-[:HOLDS_POSITION|SIGNED|PARTY_TO|APPROVED_SALE|SOLD_TO|SOLD_BY|INCLUDES|MANUFACTURES|OPERATES|PLANS_TO_ACQUIRE|PARTICIPATED_IN|HELD_IN|LOCATED_IN|PART_OF|CONCERNS|VARIANT_OF*..4]-(b))
WHERE all(r IN relationships(p) WHERE ${HOLDS('r')})
WITH collect({length: length(p), entities: [n IN nodes(p) | n {.id, .name}]}) AS paths
RETURN {paths: {paths: paths}} AS data`,
    variables: (size) =>
      sets((next) => ({ id: any('Person', size, next), to: any('WeaponSystem', size, next) })),
    same: ({ paths }: { paths: { paths?: { length: number }[] } }) =>
      (Array.isArray(paths) ? paths : paths.paths)?.map(({ length }) => length),
  },
  {
    name: 'connection',
    title: 'filtered connection with count',
    ours: `query($value: Float!, $on: FuzzyDate!) { armsSales(first: 20, where: {value: {gt: $value}, approvedOn: {gte: $on}}, orderBy: [{value: DESC}]) { totalCount edges { node { id name value { amount } approvedOn } } } }`,
    peer: `query($value: Float!, $on: String!) { armsSales: armsSalesConnection(first: 20, where: {value: {gt: $value}, approvedOn: {gte: $on}}, sort: [{value: DESC}, {id: ASC}]) { totalCount edges { node { id name value approvedOn } } } }`,
    raw: `RETURN {armsSales: {
  totalCount: COUNT { MATCH (s:ArmsSale) WHERE s.value > $value AND s.approvedOn >= $on },
  edges: COLLECT { MATCH (s:ArmsSale) WHERE s.value > $value AND s.approvedOn >= $on
    WITH s ORDER BY s.value DESC, s.id LIMIT 20 RETURN {node: s {.id, .name, .approvedOn, value: {amount: s.value}}} }}} AS data`,
    variables: () =>
      sets((next) => ({
        value: Math.floor(5e6 + next() * 4e6) + 0.25,
        on: String(1990 + Math.floor(next() * 30)),
      })),
  },
  {
    name: 'totals',
    title: 'totals by year and country',
    ours: `query($on: FuzzyDate!) { armsSaleTotals(groupBy: [YEAR, SELLER], where: {approvedOn: {gte: $on}}) { year seller { id name } count values { currency amount count } } }`,
    peer: `query($on: String!) { armsSaleTotals(on: $on) { year seller { id name } count values { currency amount count } } }`,
    raw: `MATCH (s:ArmsSale) WHERE s.approvedOn >= $on MATCH (c:Country)-[r:APPROVED_SALE]->(s) WHERE ${HOLDS('r')}
WITH left(s.approvedOn, 4) AS year, c, s.currency AS currency, count(s) AS count, sum(s.value) AS amount ORDER BY currency
WITH year, c, sum(count) AS count, collect({currency: currency, amount: amount, count: count}) AS values ORDER BY year, c.id
RETURN {armsSaleTotals: collect({year: year, seller: c {.id, .name}, count: count, values: values})} AS data`,
    variables: () => sets((_next, i) => ({ on: `2024-0${1 + (i % 9)}-01` })),
    // Years of sales without a country are groups of Entente's as well.
    same: ({ armsSaleTotals }: { armsSaleTotals: { seller: unknown }[] }) =>
      armsSaleTotals.filter(({ seller }) => seller),
  },
  {
    name: 'full-text',
    title: 'full text over quotes',
    ours: 'query($query: String!) { searchStatements(query: $query, first: 10) { edges { node { id quote } } } }',
    peer: 'query($query: String!) { searchStatements(phrase: $query, first: 10) { edges { node { id quote } } } }',
    raw: `CALL db.index.fulltext.queryNodes('statement_text', $lucene, {limit: 10}) YIELD node, score
WITH node, score ORDER BY score DESC, node.id
RETURN {searchStatements: {edges: collect({node: node {.id, .quote}})}} AS data`,
    variables: () =>
      sets((_next, i) => {
        const query = WORDS[i % WORDS.length]!;
        return {
          query,
          lucene: query
            .toLowerCase()
            .split(' ')
            .map((word) => `"${word}"`)
            .join(' AND '),
        };
      }),
    peerVariables: ({ lucene }) => ({ query: lucene }),
    // Which of two equally good ones comes first is open.
    same: ({ searchStatements }: { searchStatements: unknown[] }) => searchStatements.length,
  },
];
