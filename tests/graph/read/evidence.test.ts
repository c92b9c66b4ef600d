import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { RELATIONSHIP_TYPES } from '../../../src/model/relationships.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { ask } from '../ask.ts';
import { answerOf } from '../known-graph.ts';
import { writeGraph } from '../small-graph.ts';

const PARAGRAPH =
  'Talks had gone on for a year. 🛩️🛩️ The ministers signed the pact in Oslo. Cameras flashed — everybody smiled.';
const QUOTE = 'The ministers signed the pact in Oslo.';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await writeGraph(
    database,
    [
      { id: 'country:NO', kind: 'Country', name: 'Norway' },
      { id: 'person:a', kind: 'Person', name: 'A' },
      { id: 'person:b', kind: 'Person', name: 'B' },
      { id: 'agreement:p', kind: 'Agreement', name: 'Pact' },
      { id: 'organisation:o', kind: 'Organisation', name: 'O' },
    ],
    [
      ['person:a', 'SIGNED', 'agreement:p', { on: '2025-05' }],
      ['country:NO', 'SIGNED', 'agreement:p'],
      ['country:NO', 'PARTY_TO', 'agreement:p'],
      ['person:b', 'HOLDS_POSITION', 'country:NO', { title: 'Envoy', modality: 'rumoured' }],
      ['person:a', 'HOLDS_POSITION', 'country:NO', { title: 'Minister' }],
    ],
  );
  // More evidence for the first: one is surer, and of two that are as sure one is newer.
  await database.run(
    `MATCH (d:Document {id: 'document:small'}) SET d.text = $text
     WITH d MATCH (a {id: 'person:a'}) MATCH (p {id: 'agreement:p'})
     UNWIND [['dull', 0.4, '2025-06-01'], ['old', 0.95, '2024-01-01'], ['new', 0.95, '2025-07-01'], ['undated', 0.95, null]] AS row
     CREATE (a)<-[:SUBJECT]-(s:Statement {id: 'statement:' + row[0], type: 'SIGNED', relationshipId: 'relationship:0', quote: $quote,
       start: $start, end: $end, rawStart: 0, rawEnd: 1, confidence: row[1], modality: 'asserted', extractor: '1',
       recordedAt: '2026-01-01T00:00:00.000Z', publishedOn: row[2]})-[:OBJECT]->(p)
     CREATE (s)-[:FROM]->(d)`,
    {
      text: PARAGRAPH,
      quote: QUOTE,
      start: PARAGRAPH.indexOf(QUOTE),
      end: PARAGRAPH.indexOf(QUOTE) + QUOTE.length,
    },
  );
  await database.run(
    `MATCH (o:Entity {id: 'organisation:o'}) SET o.kind = 'guild'
     WITH o MATCH (p:Entity {id: 'agreement:p'}) SET p.kind = 'treaty'`,
  );
});
afterAll(() => database.close());

const answer = (source: string, variables = {}) => answerOf(database, source, variables);
interface List {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
const ids = ({ edges }: List) => edges.map(({ node }) => node.id.replace('statement:', ''));
const BEST = ['new', 'old', 'undated', 'relationship:0', 'dull'];

describe('evidence', () => {
  test('statements come surest first, then newest, undated last, in every list of them', async () => {
    const { signed, person, statements } = await answer(`{
      signed: node(id: "relationship:0") { ... on Relationship { statements { edges { node { id } } } bestStatement { id } } }
      person: entity(id: "person:a") { statements { edges { node { id } } }
        ... on Person { signed { edges { statements { edges { node { id } } } } } } }
      statements(where: {type: {eq: SIGNED}}) { edges { node { id } } } }`);
    expect(ids(signed.statements)).toEqual(BEST);
    expect(signed.bestStatement.id).toBe('statement:new');
    expect(ids(person.signed.edges[0].statements)).toEqual(BEST);
    expect(ids(person.statements).slice(0, 3)).toEqual(BEST.slice(0, 3));
    expect(ids(statements).slice(0, 3)).toEqual(BEST.slice(0, 3));
  });

  test('the best statement says what the relationship says, though a rumour is surer', async () => {
    await database.run(
      `MATCH (s:Statement {id: 'statement:new'})-[:FROM]->(d)
       CREATE (r:Statement {id: 'statement:rumour'})-[:FROM]->(d)
       SET r += s {.*, id: 'statement:rumour', confidence: 0.99, modality: 'rumoured'}`,
    );
    const { signed } = await answer(
      '{ signed: node(id: "relationship:0") { ... on Relationship { modality bestStatement { id } } } }',
    );
    await database.run(`MATCH (s:Statement {id: 'statement:rumour'}) DETACH DELETE s`);
    expect(signed).toEqual({ modality: 'asserted', bestStatement: { id: 'statement:new' } });
  });

  test('such a list is read page by page, forward and backward, each statement once', async () => {
    const page = async (args: string) =>
      (
        await answer(
          `{ node(id: "relationship:0") { ... on Relationship { statements(${args}) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
        )
      ).node.statements;
    const forward: string[] = [];
    for (let at = '', more = true; more; ) {
      const found = await page(`first: 1${at}`);
      forward.push(...ids(found));
      more = found.pageInfo.hasNextPage;
      at = `, after: "${found.pageInfo.endCursor}"`;
    }
    expect(forward).toEqual(BEST);
    const backward: string[] = [];
    for (let at = '', more = true; more; ) {
      const found = await page(`first: null, last: 2${at}`);
      backward.unshift(...ids(found));
      more = found.pageInfo.hasPreviousPage;
      at = `, before: "${found.pageInfo.startCursor}"`;
    }
    expect(backward).toEqual(BEST);
  });

  test('a quote is shown in its surroundings, and says where it stands in them', async () => {
    const { node } = await answer(
      `{ node(id: "statement:new") { ... on Statement { quote start wide: context { text start end offset } narrow: context(before: 3, after: 0) { text start end offset } } } }`,
    );
    const { wide, narrow } = node;
    expect(wide.text).toBe(PARAGRAPH);
    expect(wide.text.slice(wide.start, wide.end)).toBe(QUOTE);
    expect(wide.offset).toBe(0);
    // Three UTF-16 units before it would cut a character in two.
    expect(narrow.text.slice(narrow.start)).toBe(QUOTE);
    expect(narrow.offset + narrow.start).toBe(node.start);
    expect(narrow.text).toBe(`\uFE0F ${QUOTE}`);
  });

  test('a quote that the text does not hold stands alone', async () => {
    const { node } = await answer(
      '{ node(id: "statement:relationship:1") { ... on Statement { quote context { text start end } } } }',
    );
    expect(node.context).toEqual({ text: node.quote, start: 0, end: node.quote.length });
  });

  test.each(['before: 501', 'after: -1'])('context(%s) is refused', async (args) => {
    const { code, statements } = await ask(
      database,
      `{ node(id: "statement:new") { ... on Statement { context(${args}) { text } } } }`,
    );
    expect(code).toBe('BAD_USER_INPUT');
    expect(statements).toEqual([]);
  });
});

describe('relationships', () => {
  test('are counted by type and direction as their lists are', async () => {
    const counts = 'degree relationshipCounts { type direction count }';
    const { entity } = await answer(
      `{ entity(id: "country:NO") { ${counts} all: relationshipCounts(modality: [asserted, planned, rumoured, denied]) { count } relationships { totalCount }
         ${RELATIONSHIP_TYPES.slice(0, 4)
           .map((type) => `${type}: relationships(types: [${type}]) { totalCount }`)
           .join(' ')} } }`,
    );
    expect(entity.relationshipCounts).toEqual([
      { type: 'HOLDS_POSITION', direction: 'IN', count: 1 },
      { type: 'PARTY_TO', direction: 'OUT', count: 1 },
      { type: 'SIGNED', direction: 'OUT', count: 1 },
    ]);
    for (const { type, count } of entity.relationshipCounts)
      expect(entity[type].totalCount).toBe(count);
    expect(entity.degree).toBe(3);
    expect(entity.relationships.totalCount).toBe(3);
    expect(entity.all.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      4,
    );
  });

  test('stand on the edges of typed lists, which have no id of their own', async () => {
    const { agreements } = await answer(
      '{ agreements { edges { node { signatories { edges { relationship { id type source { id } } node { id } } } } } } }',
    );
    expect(agreements.edges[0].node.signatories.edges).toEqual(
      ['country:NO', 'person:a'].map((id) => ({
        relationship: {
          id: `relationship:${id === 'person:a' ? 0 : 1}`,
          type: 'SIGNED',
          source: { id },
        },
        node: { id },
      })),
    );
  });

  test('tell the end that is not this one, and refuse what is at neither', async () => {
    const other = (than: string) =>
      `{ node(id: "relationship:0") { ... on Relationship { other(than: "${than}") { id __typename } } } }`;
    expect((await answer(other('person:a'))).node.other).toEqual({
      id: 'agreement:p',
      __typename: 'Agreement',
    });
    expect((await answer(other('agreement:p'))).node.other.id).toBe('person:a');
    const { code, errors } = await ask(database, other('person:b'));
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toMatch(/person:b is at neither end/);
  });
});

describe('enumerations', () => {
  test('a value that has no name is shown, and found, as other', async () => {
    const found = async (where: string) =>
      ids(
        (await answer(`{ organisations(where: {${where}}) { edges { node { id } } } }`))
          .organisations,
      );
    expect((await answer('{ organisations { edges { node { kind } } } }')).organisations).toEqual({
      edges: [{ node: { kind: 'other' } }],
    });
    expect(await found('kind: {eq: other}')).toEqual(['organisation:o']);
    expect(await found('kind: {in: [company, other]}')).toEqual(['organisation:o']);
    expect(await found('kind: {ne: other}')).toEqual([]);
    expect(await found('kind: {eq: company}')).toEqual([]);
  });

  test.each([
    'armsSales(where: {stage: {eq: banana}}) { totalCount }',
    'armsSales(where: {stage: {eq: "approved"}}) { totalCount }',
    'statements(where: {modality: {eq: ASSERTED}}) { totalCount }',
    'agreements(where: {kind: {in: [pact]}}) { totalCount }',
  ])('%s is refused, never an empty answer', async (field) => {
    const { errors, statements } = await ask(database, `{ ${field} }`);
    expect(errors?.[0]?.message).toMatch(/does not exist in|cannot represent non-enum/);
    expect(statements).toEqual([]);
  });
});

test('a root field that fails leaves the rest', async () => {
  const { data, errors } = await ask(
    database,
    '{ people { totalCount } bad: paths(from: "country:NO", to: "country:NO") { reason } }',
  );
  expect(errors).toHaveLength(1);
  expect(data).toEqual({ people: { totalCount: 2 }, bad: null });
});
