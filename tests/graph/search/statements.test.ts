import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { kindPrefix } from '../../../src/model/ids.ts';
import { emptyDatabase, workerNeo4j } from '../../helpers/neo4j.ts';
import { seed } from '../../helpers/seed.ts';
import { type Asked, ask } from '../ask.ts';

let database: Database;
let driver: Driver;
beforeAll(async () => {
  database = await emptyDatabase();
  await seed(database);
  const { uri, user, password } = workerNeo4j();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
});
afterAll(async () => {
  await driver.close();
  await database.close();
});

const seedId = (kind: string) => `${kindPrefix(kind)}:seed`;
const [person, event] = [seedId('Person'), seedId('Event')];
const PAGE = 'totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }';
const EVIDENCE = 'statements { totalCount edges { node { quote document { title } } } }';

const rankedPaths = (rank: string) =>
  `paths(from: "${person}", to: "${seedId('Agreement')}", rankBy: ${rank}, asOf: {valid: "2026"}, avoid: ["x"]) { truncated explored paths { length weakestConfidence entities { name } relationships { id ${EVIDENCE} } } }`;

/** One request for each root field and each way of asking. */
const SELECTIONS = [
  `node(id: "${person}") { id ... on Entity { name relationships { ${PAGE} } } }`,
  `node(id: "relationship:signed") { ... on Relationship { type source { id } ${EVIDENCE} } }`,
  `nodes(ids: ["${person}", "document:seed"]) { id }`,
  `entity(id: "${person}") { name documents { edges { count node { title } } } statements { ${PAGE} } }`,
  'entity(name: "Seed Person", kind: Person) { id }',
  ...[
    'people',
    'organisations',
    'countries',
    'agreements',
    'weaponSystems',
    'armsSales',
    'events',
    'places',
  ].map((list) => `${list}(where: {name: {contains: "s"}}, orderBy: [{name: DESC}]) { ${PAGE} }`),
  'entities(where: {or: [{person: {signed: {some: {kind: {eq: mou}}}}}, {is: [Country]}]}) { totalCount edges { node { ... on Person { positions { edges { title node { name } } } } } } }',
  'documents { edges { node { title text mentions { edges { count spans node { name } } } statements { totalCount } } } }',
  'statements(where: {confidence: {gt: 0.1}}) { edges { node { quote subject { name } object { name } document { title } } } }',
  `people(first: 3) { edges { node { positions(first: 2, asOf: {valid: "2025", known: "2026-01"}, modality: [asserted], minConfidence: 0.1, orderBy: [{edge: {confidence: DESC}}]) { totalCount edges { title from to confidence node { name ... on Country { iso2 } } ${EVIDENCE} } } } } }`,
  `armsSales(where: {approvedOn: {gte: "2025-10"}, items: {some: {name: {ne: "x"}}}, approvedBy: {every: {name: {ne: "x"}}}}) { edges { node { value { amount currency raw } items { edges { quantity node { name } } } } } }`,
  `search(query: "seed", kinds: [Person]) { totalCount edges { node { score matchedName highlight node { name } } } pageInfo { endCursor } }`,
  `searchStatements(query: "x", where: {confidence: {gt: 0.1}}) { ${PAGE} }`,
  rankedPaths('LENGTH'),
  `paths(from: "${person}", to: "${seedId('Agreement')}", first: 1, avoid: ["x"], minConfidence: 0.1) { truncated paths { length relationships { id } } }`,
  `paths(from: "${person}", to: "${seedId('Agreement')}", through: ["${event}"], maxLength: 3) { explored }`,
  `neighbourhood(of: ["${person}"], depth: 2, kinds: [Event], asOf: {valid: "2026"}) { omitted entities { name } relationships { type } }`,
  `commonNeighbours(of: ["${person}", "${event}"]) { ${PAGE} }`,
  `timeline(of: ["${person}"], from: "2020", to: "2030", kinds: [Event]) { totalCount edges { cursor node { on relationship { type } } } }`,
  'timeline(kinds: [Event]) { totalCount edges { node { on } } }',
  'armsSaleTotals(groupBy: [YEAR, SELLER, BUYER, WEAPON_SYSTEM, KIND, STAGE], where: {approvedOn: {gte: "2020"}}) { year seller { name } buyer { name } weaponSystem { name } kind stage count withoutValue values { currency amount count } }',
  'summary { entities { kind count } relationships { type count } documents statements lastIngest newestDocument { title } }',
];

/** Asked again as it is, so that Neo4j has its plan and its warnings at hand. */
async function expectPlanned(statements: Asked['statements']): Promise<void> {
  for (const { cypher, params } of statements) {
    const { summary } = await driver.executeQuery(cypher, params);
    expect(summary.notifications).toEqual([]);
  }
}

test.each(SELECTIONS)('one statement, planned without a warning: %s', async (selection) => {
  const { errors, statements } = await ask(database, `{ ${selection} }`);
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(1);
  await expectPlanned(statements);
});

test.each(['WEAKEST_LINK', 'SOURCES', 'RECENCY'])(
  'a search in another order is a few statements, each planned without a warning: %s',
  async (rank) => {
    const { errors, statements } = await ask(database, `{ ${rankedPaths(rank)} }`);
    expect(errors).toBeUndefined();
    expect(statements.map(({ path }) => path)).toEqual([
      'paths.begin',
      'paths.grow',
      'paths.grow',
      'paths',
    ]);
    await expectPlanned(statements);
  },
);
