import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import {
  type PropertyEvidence,
  summariseEntity,
} from '../../../src/ingest/write/entity-summary.ts';
import { CHOICES, MODALITIES, SALE_BASES } from '../../../src/model/kinds.ts';
import { emptyDatabase } from '../../helpers/neo4j.ts';
import { answerOf } from '../known-graph.ts';
import { dice } from '../random-graph.ts';

const PATIENCE_MS = 300_000;
const SALES = 24;
const DAYS = ['2019', '2021-06', '2023-02-10', '2025', '2028'];
const NAMING = { name: 'Sale of radars', aliases: [], externalIds: [], count: 1 };

interface Told extends PropertyEvidence {
  readonly sale: string;
}
let database: Database;
let told: Told[];
const idOf = (i: number) => `arms-sale:${i}`;

/** What some documents, some of them reprints, tell of a sale's stage, sum and day of approval. */
function makeTold(): Told[] {
  const roll = dice(23);
  const documents = Array.from({ length: 9 }, (_, i) => ({
    story: `story:${i % 4 === 0 ? 0 : i}`,
    publishedOn: i === 5 ? null : roll.date(),
  }));
  const value = (property: string) =>
    property === 'stage'
      ? roll.pick(CHOICES.ArmsSale.stage)
      : property === 'value'
        ? String(roll.pick([400, 500.5, 90, 1000]))
        : roll.date();
  return Array.from({ length: SALES * 8 }, (_, i) => {
    const property = roll.pick(['stage', 'stage', 'value', 'approvedOn']);
    return {
      ...roll.pick(documents),
      sale: idOf(i % SALES),
      property,
      value: value(property),
      confidence: (1 + i) / (SALES * 9),
      modality: roll.chance(0.6) ? 'asserted' : roll.pick(MODALITIES),
      currency: property === 'value' ? roll.pick(['USD', 'EUR']) : null,
      valueText: property === 'value' ? `about ${i}` : null,
      basis: property === 'value' && roll.chance(0.8) ? roll.pick(SALE_BASES) : null,
    };
  });
}

beforeAll(async () => {
  database = await emptyDatabase();
  told = makeTold();
  await database.run(
    `CREATE (c:Entity:Country {id: 'country:JP', name: 'Japan'})
     WITH c UNWIND $sales AS id
     CREATE (e:Entity:ArmsSale {id: id, name: 'x', stage: 'delivered', value: 1.0, statementCount: 1})
     CREATE (e)-[:SOLD_TO {id: 'relationship:' + id, modality: 'asserted', firstSeen: '2010', confidence: 0.9}]->(c)`,
    { sales: Array.from({ length: SALES }, (_, i) => idOf(i)) },
  );
  await database.run(
    `UNWIND range(0, size($told) - 1) AS i WITH i, $told[i] AS row
     MATCH (e:ArmsSale {id: row.sale}) MERGE (d:Document {id: row.story + coalesce(row.publishedOn, '')})
     SET d.story = row.story
     CREATE (e)<-[:SUBJECT]-(s:Statement {id: 'statement:' + i, type: 'PROPERTY'})-[:FROM]->(d)
     SET s += row`,
    { told },
  );
}, PATIENCE_MS);
afterAll(() => database.close());

test.each(DAYS)(
  'stage, sum and dates of a sale are those of what was published by %s, by the rule of the writer',
  async (day) => {
    const { country } = await answerOf(
      database,
      `{ country: entity(id: "country:JP") { ... on Country { purchases(first: 100, asOf: {known: "${day}"}) {
        edges { node { id stage approvedOn value { amount currency raw basis } } } } } } }`,
    );
    const expected = Array.from({ length: SALES }, (_, i) => {
      const by = told.filter(
        ({ sale, publishedOn, modality }) =>
          sale === idOf(i) &&
          publishedOn !== null &&
          publishedOn <= `${day}-99` &&
          ['asserted', 'planned'].includes(modality),
      );
      const own = summariseEntity(idOf(i), 'ArmsSale', [NAMING], by, by.length);
      const { stage = null, approvedOn = null, value, currency, valueText, basis } = own;
      const sum = value == null ? null : { amount: value, currency, raw: valueText, basis };
      return { id: idOf(i), stage, approvedOn, value: sum };
    }).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(country.purchases.edges.map(({ node }: { node: object }) => node)).toEqual(expected);
  },
  PATIENCE_MS,
);
