import type { GraphQLError } from 'graphql';
import type { Database } from '../../../src/db/database.ts';
import { ask } from '../../graph/ask.ts';

const EDGES = `confidence modality statementCount documentCount sourceCount firstSeen lastSeen plannedSince rumouredSince deniedBy contested`;
const ENTITY = `id name aliases externalIds statementCount degree relationshipCounts { type direction count }
  formerIds identity { memberCount score members { localId name likeId score } }`;

/** A question of each kind, by its name; `$at` is null for what holds now. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  traversal: `query ($at: DateTime) { countries(first: 5, asOf: {recorded: $at}) { totalCount edges { cursor node { ${ENTITY} iso2
    operates(first: 4, orderBy: [{edge: {confidence: DESC}}]) { totalCount edges { ${EDGES} quantity since node { id name statementCount kind }
      relationship { id type source { name } target { name } bestStatement { id quote } statements { totalCount } } } }
    holders(first: 5) { edges { title ${EDGES} node { id name } } } } } } }`,
  evidence: `query ($at: DateTime) { countries(first: 5, asOf: {recorded: $at}) { edges { node { id
    operates(first: 4) { edges { statements(first: 4) { edges { node { id type confidence modality recordedAt withdrawnAt withdrawnWhy extractor
        subject { id name } object { id name } context { text } document { id title source publishedOn superseded supersededBy { id } ingestedAt } } } } } }
    documents(first: 20) { totalCount edges { count spans node { id text statements { totalCount } mentions { totalCount } } } } } } } }`,
  known: `query ($at: DateTime) { countries(first: 5, asOf: {recorded: $at}) { edges { node { id
    operates(first: 4, asOf: {known: "2025"}) { totalCount edges { ${EDGES} quantity since node { id name } relationship { bestStatement { id } statements { totalCount } } } } } } }
    timeline(first: 50, types: [PARTICIPATED_IN, OPERATES, HOLDS_POSITION], asOf: {recorded: $at, known: "2025"}) { edges { node { on relationship { id ${EDGES} } } } } }`,
  filters: `query ($at: DateTime) {
    people(where: {positions: {some: {name: {contains: "kraine"}}}}, orderBy: [{statementCount: DESC}], asOf: {recorded: $at}) { totalCount edges { node { id name } } }
    weaponSystems(where: {operators: {some: {id: {eq: "country:US"}, edge: {confidence: {gt: 0.5}}}}}, asOf: {recorded: $at}) { edges { node { id name statementCount } } }
    entities(first: 100, where: {statementCount: {gt: 1}}, asOf: {recorded: $at}) { totalCount edges { node { __typename id name ... on Person { positions { edges { title node { id name } } } } ... on Event { startsOn } } } } }`,
  paths: `query ($at: DateTime) { paths(from: "country:JP", to: "country:US", asOf: {recorded: $at}) { truncated explored reason unknown
    paths { length weakestConfidence entities { id name } relationships { id type ${EDGES} source { id } statements { totalCount } } } } }`,
  onePath: `query ($at: DateTime) { paths(from: "country:JP", to: "country:US", first: 1, asOf: {recorded: $at}) { reason paths { entities { id name } relationships { id confidence } } } }`,
  rankedPaths: `query ($at: DateTime) { paths(from: "country:JP", to: "country:US", rankBy: WEAKEST_LINK, asOf: {recorded: $at}) { reason
    paths { weakestConfidence entities { id name statementCount } relationships { id confidence } } } }`,
  neighbourhood: `query ($at: DateTime) { neighbourhood(of: ["country:US"], depth: 2, asOf: {recorded: $at}) { omitted unknown
    members { distance node { id name } } entities { id name statementCount } relationships { id type ${EDGES} } } }`,
  commonNeighbours: `query ($at: DateTime) { commonNeighbours(of: ["country:US", "country:JP"], asOf: {recorded: $at}) { totalCount edges { node { id name } } } }`,
  timeline: `query ($at: DateTime) { timeline(first: 50, types: [PARTICIPATED_IN, OPERATES, HOLDS_POSITION], asOf: {recorded: $at}) { totalCount edges { node { on until relationship { id type ${EDGES} } } } } }`,
  timelineOfOne: `query ($at: DateTime) { timeline(of: ["country:US"], kinds: [WeaponSystem], asOf: {recorded: $at}) { totalCount edges { node { on relationship { id } } } } }`,
  totals: `query ($at: DateTime) { armsSaleTotals(groupBy: [STAGE, SELLER, BUYER, KIND, YEAR], asOf: {recorded: $at}) { stage year kind seller { id name } buyer { id name } count withoutValue values { currency amount } } }`,
  search: `query ($at: DateTime) { search(query: "Kravchuk", asOf: {recorded: $at}) { totalCount facets { kind count } edges { node { matchedName node { ${ENTITY} } } } } }`,
  exactSearch: `query ($at: DateTime) { search(query: "Ines Kravchuk", first: 1, asOf: {recorded: $at}) { edges { node { score matchedName highlight node { id name statementCount } } } } }`,
  searchStatements: `query ($at: DateTime) { searchStatements(query: "ines", first: 50, orderBy: [{id: ASC}], asOf: {recorded: $at}) { totalCount edges { node { id quote subject { id name } } } } }`,
  summary: `query ($at: DateTime) { summary(asOf: {recorded: $at}) { entities { kind count } relationships { type count } documents statements lastIngest newestDocument { id title } } }`,
  lists: `query ($at: DateTime) {
    documents(first: 40, asOf: {recorded: $at}) { totalCount edges { node { id source title superseded ingestedAt statements(first: 5) { totalCount edges { node { id } } } mentions(first: 5) { edges { count node { id name } } } } } }
    statements(first: 100, asOf: {recorded: $at}) { totalCount edges { node { id type property value confidence recordedAt subject { id } object { id } document { id } } } }
    people(first: 50, orderBy: [{name: ASC}], asOf: {recorded: $at}) { totalCount pageInfo { endCursor hasNextPage } edges { node { id name } } } }`,
  one: `query ($at: DateTime) { a: entity(id: "person:ines-kravtchuk", asOf: {recorded: $at}) { ${ENTITY} relationships { totalCount edges { node { id type ${EDGES} } } } statements { totalCount } }
    b: entity(name: "Ines Kravchuk", asOf: {recorded: $at}) { ${ENTITY} }
    nodes(ids: ["person:ines-kravtchuk", "person:ines-kravchuk", "country:US"], asOf: {recorded: $at}) { __typename id ... on Entity { name statementCount } } }`,
};

const told = ({ message, originalError }: GraphQLError) =>
  `error: ${message} ${(originalError as Error | undefined)?.cause ?? ''}`;

/** Every question, answered as of a moment, or as it is now. */
export async function answers(
  database: Database,
  at: string | null = null,
): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const { data, errors } = await ask(database, query, { at });
    all[name] = errors ? `${errors.map(told).join('; ')}` : JSON.stringify(data);
  }
  return all;
}
