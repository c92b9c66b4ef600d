// What it costs to carry rows: long flat lists, the last one far beyond the limit of a page.
import type { Workload } from './workloads.ts';

export const LISTS: readonly Workload[] = [100, 5_000].map((first) => ({
  name: `list-${first}`,
  title: `a list of ${first.toLocaleString('en')} people`,
  ours: `{ people(first: ${first}) { edges { node { id name aliases statementCount } } } }`,
  peer: `{ people(limit: ${first}, sort: [{id: ASC}]) { id name aliases statementCount } }`,
  raw: `MATCH (p:Person) WHERE p.id IS NOT NULL WITH p ORDER BY p.id LIMIT ${first}
RETURN {people: {edges: collect({node: p {.id, .name, .aliases, .statementCount}})}} AS data`,
  variables: () => [{}],
}));
