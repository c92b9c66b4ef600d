/** A request that grows with a number, in one way. */
export interface Growing {
  readonly what: string;
  readonly request: (n: number) => { query: string; variables?: Record<string, unknown> };
}

const times = (n: number, text: (i: number) => string, between = ' ') =>
  Array.from({ length: n }, (_, i) => text(i)).join(between);
const query = (text: (n: number) => string): Growing['request'] => {
  return (n) => ({ query: text(n) });
};
const filter = (where: (n: number) => unknown): Growing['request'] => {
  return (n) => ({
    query: 'query($where: EntityFilter) { entities(first: 1, where: $where) { totalCount } }',
    variables: { where: where(n) },
  });
};
const nested = (n: number, around: (inner: unknown) => unknown, innermost: unknown): unknown => {
  let value = innermost;
  for (let i = 0; i < n; i++) value = around(value);
  return value;
};
const fragments = (n: number, body: (i: number) => string, last: string) =>
  `${times(n, (i) => `fragment F${i} on PersonConnection { ${body(i)} }`)} fragment F${n} on PersonConnection { ${last} }`;

/** Every part of a request that somebody may make longer. */
export const GROWING: readonly Growing[] = [
  {
    what: 'a chain of fragments',
    request: query(
      (n) => `{ people { ...F0 } } ${fragments(n, (i) => `...F${i + 1}`, 'totalCount')}`,
    ),
  },
  {
    what: 'fragments that spread the next one twice',
    request: query(
      (n) =>
        `{ people { ...F0 } } ${fragments(n, (i) => `...F${i + 1} ...F${i + 1}`, '__typename')}`,
    ),
  },
  {
    what: 'fragments that spread the next one below two fields',
    request: query(
      (n) =>
        `{ person: entity(id: "a") { ...F0 } } ${times(n, (i) => `fragment F${i} on Entity { a: statements(first: 1) { edges { node { subject { ...F${i + 1} } } } } b: statements(first: 1) { edges { node { subject { ...F${i + 1} } } } } }`)} fragment F${n} on Entity { id }`,
    ),
  },
  {
    what: 'many fragments in one place',
    request: query(
      (n) =>
        `{ people { ${times(n, (i) => `...F${i}`)} } } ${fragments(n, () => 'totalCount', 'totalCount')}`,
    ),
  },
  {
    what: 'one spread again and again',
    request: query(
      (n) => `{ people { ${times(n, () => '...F0')} } } ${fragments(0, () => '', 'totalCount')}`,
    ),
  },
  {
    what: 'one field again and again',
    request: query((n) => `{ people { ${times(n, () => 'totalCount')} } }`),
  },
  {
    what: '__typename again and again',
    request: query((n) => `{ ${times(n, () => '__typename')} }`),
  },
  {
    what: 'one list again and again',
    request: query((n) => `{ people { ${times(n, () => 'edges { cursor }')} } }`),
  },
  {
    what: 'one deep field again and again',
    request: query(
      (n) =>
        `{ people { ${times(n, () => 'edges { node { documents { edges { node { id } } } } }')} } }`,
    ),
  },
  {
    what: 'aliases',
    request: query((n) => `{ people { ${times(n, (i) => `a${i}: totalCount`)} } }`),
  },
  {
    what: 'aliases of a root field',
    request: query((n) => `{ ${times(n, (i) => `a${i}: people { totalCount }`)} }`),
  },
  {
    what: 'inline fragments inside each other',
    request: query(
      (n) => `{ people { ${times(n, () => '... {')} totalCount ${times(n, () => '}')} } }`,
    ),
  },
  {
    what: 'inline fragments beside each other',
    request: query((n) => `{ people { ${times(n, () => '... { totalCount }')} } }`),
  },
  {
    what: 'kinds of a node beside each other',
    request: query(
      (n) =>
        `{ entities(first: 1) { edges { node { ${times(n, (i) => `... on ${i % 2 ? 'Person' : 'Country'} { name }`)} } } } }`,
    ),
  },
  {
    what: 'levels',
    request: query(
      (n) =>
        `{ people { edges { node { ${times(n, () => 'statements(first: 1) { edges { node { subject {')} id ${times(4 * n, () => '}')} } } } }`,
    ),
  },
  {
    what: 'directives on one field',
    request: query((n) => `{ people { totalCount ${times(n, () => '@include(if: true)')} } }`),
  },
  {
    what: 'fields with switches of their own',
    request: (n) => ({
      query: `query(${times(n, (i) => `$v${i}: Boolean = true`)}) { people { ${times(n, (i) => `... @include(if: $v${i}) { totalCount }`)} } }`,
      variables: Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, i % 3 > 0])),
    }),
  },
  {
    what: 'operations',
    request: (n) =>
      ({
        query: `${times(n, (i) => `query Q${i} { people { totalCount } }`)}`,
        operationName: 'Q0',
      }) as never,
  },
  {
    what: 'unknown fields',
    request: query((n) => `{ people { ${times(n, (i) => `totalCoun${i}`)} } }`),
  },
  {
    what: 'unknown arguments',
    request: query((n) => `{ people(${times(n, (i) => `firs${i}: 1`)}) { totalCount } }`),
  },
  {
    what: 'ids',
    request: (n) => ({
      query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: Array.from({ length: n }, (_, i) => `x${i}`) },
    }),
  },
  {
    what: 'ids written out',
    request: query((n) => `{ nodes(ids: [${times(n, (i) => `"x${i}"`)}]) { id } }`),
  },
  {
    what: 'an id of many letters',
    request: (n) => ({
      query: 'query($id: ID!) { node(id: $id) { id } }',
      variables: { id: 'x'.repeat(n) },
    }),
  },
  {
    what: 'a list to be in',
    request: filter((n) => ({ name: { in: Array.from({ length: n }, (_, i) => `x${i}`) } })),
  },
  { what: 'a text to hold', request: filter((n) => ({ name: { contains: 'a'.repeat(n) } })) },
  {
    what: 'conditions inside each other',
    request: filter((n) => nested(n, (not) => ({ not }), { name: { eq: 'a' } })),
  },
  {
    what: 'alternatives inside each other',
    request: filter((n) => nested(n, (inner) => ({ or: [inner, { name: { eq: 'a' } }] }), {})),
  },
  {
    what: 'alternatives beside each other',
    request: filter((n) => ({
      or: Array.from({ length: n }, (_, i) => ({ name: { eq: `x${i}` } })),
    })),
  },
  {
    what: 'conditions that say nothing',
    request: filter((n) => ({ and: Array.from({ length: n }, () => ({})) })),
  },
  {
    what: 'relations inside each other',
    request: filter((n) =>
      nested(n, (some) => ({ country: { holders: { some: { positions: { some } } } } }), {
        name: { eq: 'a' },
      }),
    ),
  },
  {
    what: 'lists of variables inside each other',
    request: filter((n) => nested(n, (inner) => [inner], 'a')),
  },
  {
    what: 'a variable with many members',
    request: filter((n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`x${i}`, 1]))),
  },
  {
    what: 'variables',
    request: query((n) => `query(${times(n, (i) => `$v${i}: Int`)}) { people { totalCount } }`),
  },
  {
    what: 'orders',
    request: (n) => ({
      query:
        'query($o: [PersonOrder!]) { people(first: 1, orderBy: $o) { totalCount edges { node { id } } } }',
      variables: { o: Array.from({ length: n }, () => ({ name: 'ASC' })) },
    }),
  },
  {
    what: 'an object written out',
    request: query(
      (n) =>
        `{ people(where: {${times(n, () => 'not: {')} name: {eq: "a"} ${times(n, () => '}')}}) { totalCount } }`,
    ),
  },
  {
    what: 'a search of many words',
    request: (n) => ({
      query: 'query($q: String!) { search(query: $q) { totalCount } }',
      variables: { q: times(n, (i) => `w${i}`) },
    }),
  },
  {
    what: 'a cursor of many letters',
    request: (n) => ({
      query: 'query($c: String) { people(first: 1, after: $c) { totalCount } }',
      variables: { c: 'x'.repeat(n) },
    }),
  },
  { what: 'a comment', request: query((n) => `{ people { totalCount } } #${'x'.repeat(n)}`) },
  { what: 'commas', request: query((n) => `{ people ${','.repeat(n)} { totalCount } }`) },
  { what: 'open braces', request: query((n) => '{'.repeat(n)) },
  {
    what: 'groups',
    request: (n) => ({
      query: 'query($g: [ArmsSaleDimension!]!) { armsSaleTotals(groupBy: $g) { count } }',
      variables: { g: Array.from({ length: n }, () => 'YEAR') },
    }),
  },
];
