// Requests that were made to harm: each of a kind, in many sizes; and ten thousand of each kind.
import { atOnce, type Check, round, watching } from './check.ts';
import { codesOf, query, type Reply, type Sending, send, tally } from './http.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const repeat = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** A request that differs from others of its kind by its number. */
type Kind = (i: number) => { url?: string } & Sending & { text?: string; variables?: object };

/** At the root, where nothing is planned, and below it. */
const doublingBelow = (levels: number) =>
  `{ people(first: 1) { ...F0 } } ${repeat(levels, (i) => `fragment F${i} on PeopleConnection { ...F${i + 1} ...F${i + 1} }`)} fragment F${levels} on PeopleConnection { totalCount }`;
const doubling = (levels: number) =>
  `{ ...F0 } ${repeat(levels, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${levels} on Query { __typename }`;

const KINDS: Readonly<Record<string, Kind>> = {
  'fragments that double': (i) => ({ text: doubling(2 + (i % 100)) }),
  'fragments that double below a field': (i) => ({ text: doublingBelow(2 + (i % 90)) }),
  'fragments that circle': (i) => ({
    text: `{ ...A${i} } fragment A${i} on Query { ...B } fragment B on Query { ...A${i} }`,
  }),
  'levels without end': (i) => ({ text: `${'{ a '.repeat(50 + (i % 4_000))}` }),
  aliases: (i) => ({ text: `{ ${repeat(100, (k) => `a${i}x${k}: __typename`)} }` }),
  directives: (i) => ({
    text: `{ __typename ${repeat(9 + (i % 50), () => '@include(if: true)')} }`,
  }),
  'one field many times': (i) => ({
    text: `{ ${repeat(300 + (i % 300), () => '__typename')} #${i}\n}`,
  }),
  'names that are not there': (i) => ({ text: `{ nothing${i} { id } }` }),
  'broken syntax': (i) => ({ text: `{ people(first: ${i} ` }),
  'documents that differ': (i) => ({ text: `query Q${i} { __typename }` }),
  'long comments': (i) => ({ text: `{ __typename } #${i}${'x'.repeat(20_000)}` }),
  'pages that are too large': (i) => ({
    text: `{ people(first: 100) { edges { node { a${i}: relationships(first: 100) { edges { node { id } } } events(first: 100) { edges { node { id } } } } } } }`,
  }),
  'variables that include': (i) => ({
    text: `query(${repeat(12, (k) => `$v${k}: Boolean!`)}) { people(first: 100) { ${repeat(8, (k) => `pageInfo @include(if: $v${k}) { hasNextPage }`)} edges { node { relationships(first: 100) { edges { node { id } } } events(first: 100) { edges { node { id } } } } } } }`,
    variables: Object.fromEntries(
      Array.from({ length: 12 }, (_, k) => [`v${k}`, Boolean((i >> k) & 1)]),
    ),
  }),
  'shapes of a filter': (i) => ({
    text: 'query($w: PersonFilter) { people(first: 100, where: $w) { edges { node { relationships(first: 100) { edges { node { id } } } events(first: 100) { edges { node { id } } } } } } }',
    variables: {
      w: {
        or: Array.from({ length: 1 + (i % 7) }, (_, k) => ({
          name: { [['eq', 'ne', 'contains', 'startsWith'][(i >> (2 * k)) & 3]!]: `x${i}` },
        })),
      },
    },
  }),
  'cursors that are none': (i) => ({
    text: `{ people(first: 1, after: "${Buffer.from(`x${i}`).toString('base64url')}") { edges { node { id } } } }`,
  }),
  'texts that are too long': (i) => ({
    text: 'query($s: String!) { people(where: { name: { contains: $s } }) { totalCount } }',
    variables: { s: `${i}${'a'.repeat(5_000)}` },
  }),
  'bodies that are no JSON': (i) => ({ headers: JSON_TYPE, body: `{"query": ${i}` }),
  'bytes that are no UTF-8': (i) => ({
    headers: JSON_TYPE,
    body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, i & 255]),
  }),
  'lists in lists': (i) => ({
    headers: JSON_TYPE,
    body: `{"query": ${'['.repeat(1_000 + (i % 9_000))}`,
  }),
  batches: (i) => ({
    headers: JSON_TYPE,
    body: JSON.stringify(
      Array.from({ length: 20 }, () => ({ query: `query Q${i} { __typename }` })),
    ),
  }),
  'media types': (i) => ({ headers: { 'content-type': `text/x-${i}` }, body: '{ __typename }' }),
  'addresses that are not there': (i) => ({ url: `/nothing/${i}?x=${i}`, method: 'GET' }),
  'assets that are not there': (i) => ({ url: `/assets/${i}.js`, method: 'GET' }),
  'names of other hosts': (i) => ({ url: '/', method: 'GET', headers: { host: `h${i}.example` } }),
};

function ask(graphql: string, kind: Kind, i: number): Promise<Reply> {
  const { url, text, variables, ...sending } = kind(i);
  if (text !== undefined)
    return query(graphql, text, { ...sending, ...(variables ? { variables } : {}) });
  return send(url === undefined ? graphql : new URL(url, graphql).href, sending);
}

const isBad = (reply: Reply): boolean =>
  reply.status === 0 ||
  reply.status >= 500 ||
  /UNCODED|INTERNAL_SERVER_ERROR/.test(codesOf(reply)) ||
  reply.ms > 1_000;

export const abuse: Check = {
  name: 'hostile requests',
  goal: 'each is answered in a second, with a code where it is refused',
  async run({ graphql }, scale) {
    const each = Math.max(10, Math.round(50 * scale));
    const bad: string[] = [];
    let slowest = 0;
    for (const [name, kind] of Object.entries(KINDS))
      for (let i = 0; i < each; i++) {
        const reply = await ask(graphql, kind, i * 37);
        slowest = Math.max(slowest, reply.ms);
        if (isBad(reply)) bad.push(`${name}: ${codesOf(reply)} ${round(reply.ms)}`);
      }
    const count = each * Object.keys(KINDS).length;
    return {
      found: `${count - bad.length} of ${count}, slowest ${round(slowest)}${bad.length > 0 ? `; ${tally(bad.map((line) => line.split(' ').slice(0, -2).join(' ')))}` : ''}`,
      holds: bad.length === 0,
    };
  },
};

export const memory: Check = {
  name: 'ten thousand of each kind',
  goal: 'memory below 300 MB, liveness p99 below 500 ms',
  async run(bench, scale) {
    const each = Math.round(10_000 * scale);
    const before = bench.memory();
    const most = { kind: '', mb: 0 };
    const { liveP99, peak } = await watching(bench, async () => {
      for (const [name, kind] of Object.entries(KINDS)) {
        await atOnce(8, each, async (i) => void (await ask(bench.graphql, kind, i)));
        if (bench.memory() > most.mb) Object.assign(most, { kind: name, mb: bench.memory() });
      }
    });
    return {
      found: `${Object.keys(KINDS).length} kinds, ${each} of each: ${before} MB before, at most ${peak} MB, most after "${most.kind}" (${most.mb} MB), ${bench.memory()} MB after all; liveness p99 ${round(liveP99)}`,
      holds: peak < 300 && liveP99 < 500,
    };
  },
};
