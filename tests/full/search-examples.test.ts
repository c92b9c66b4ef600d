import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { ask } from '../graph/ask.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../examples/documents');
const AT_ONCE = 10;

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await ingest(database, [FOLDER]);
}, 600_000);
afterAll(() => database.close());

interface Asked {
  readonly query: string;
  readonly id: string;
}

/** Those of some queries that do not find what they should among their first hits. */
async function lost(asked: readonly Asked[], first: number): Promise<object[]> {
  const missing: object[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const some = asked.slice(at, at + AT_ONCE);
    const variables = Object.fromEntries(some.map(({ query }, i) => [`q${i}`, query]));
    const { data, errors } = await ask(
      database,
      `query(${some.map((_, i) => `$q${i}: String!`).join(' ')}) { ${some.map((_, i) => `s${i}: search(query: $q${i}, first: ${first}) { edges { node { node { id } } } }`).join(' ')} }`,
      variables,
    );
    expect(errors).toBeUndefined();
    some.forEach((one, i) => {
      const ids = data[`s${i}`].edges.map(
        (edge: { node: { node: { id: string } } }) => edge.node.node.id,
      );
      if (!ids.includes(one.id)) missing.push({ ...one, found: ids.slice(0, 3) });
    });
  }
  return missing;
}

describe('every entity of the examples', () => {
  test('is found by its own name', { timeout: 600_000 }, async () => {
    const entities = await database.run(
      'MATCH (e:Entity) RETURN e.id AS id, left(e.name, 200) AS query',
    );
    expect(entities.length).toBeGreaterThan(500);
    const [most] = await database.run(
      `MATCH (e:Entity) UNWIND e.aliasKeys + e.nameKey AS key
       WITH key, count(DISTINCT e) AS namesakes RETURN max(namesakes) AS namesakes`,
    );
    expect(await lost(entities as never, Math.max(10, Number(most!.namesakes)))).toEqual([]);
  });

  test('is found by each of its aliases', { timeout: 900_000 }, async () => {
    const aliases = await database.run(
      `MATCH (e:Entity) UNWIND e.aliases AS alias
       WITH e, alias WHERE NOT (e:ArmsSale AND NOT alias =~ '.*[\\\\p{Lu}\\\\p{N}].*')
       RETURN e.id AS id, left(alias, 200) AS query`,
    );
    expect(aliases.length).toBeGreaterThan(300);
    expect(await lost(aliases as never, 100)).toEqual([]);
  });
});

/** What people type, and the entity that they mean. */
const SPELLINGS: readonly (readonly [query: string, id: string])[] = [
  ['USA', 'country:US'],
  ['U.S.A.', 'country:US'],
  ['U.S.', 'country:US'],
  ['the States', 'country:US'],
  ['america', 'country:US'],
  ['united states of america', 'country:US'],
  ['Great Britain', 'country:GB'],
  ['UK', 'country:GB'],
  ['u.k.', 'country:GB'],
  ['Russian Federation', 'country:RU'],
  ['ROK', 'country:KR'],
  ['Republic of Korea', 'country:KR'],
  ['KSA', 'country:SA'],
  ['Kingdom of Saudi Arabia', 'country:SA'],
  ['F35', 'weapon-system:f-35-lightning-ii'],
  ['f-35', 'weapon-system:f-35-lightning-ii'],
  ['F 35', 'weapon-system:f-35-lightning-ii'],
  ['f16', 'weapon-system:f-16-fighting-falcon'],
  ['MQ9', 'weapon-system:mq-9-reaper'],
  ['P8', 'weapon-system:p-8-poseidon'],
  ['Javelin missiles', 'weapon-system:fgm-148-javelin'],
  ['Javelins', 'weapon-system:fgm-148-javelin'],
  ['DSCA', 'organisation:defense-security-cooperation-agency'],
  ['DoD', 'organisation:us-department-of-defense'],
  ['Pentagon', 'organisation:us-department-of-defense'],
  ['the Pentagon', 'organisation:us-department-of-defense'],
  ['US Department of State', 'organisation:us-department-of-state'],
  ['State Department', 'organisation:us-department-of-state'],
  ['Raytheon', 'organisation:raytheon'],
  ['RTX Corporation', 'organisation:rtx'],
  ['Lockheed Martin Corporation', 'organisation:lockheed-martin'],
  ['lockheed', 'organisation:lockheed-martin'],
  ['BAE Systems plc', 'organisation:bae-systems'],
  ['Secretary Hegseth', 'person:pete-hegseth'],
  ['hegseth pete', 'person:pete-hegseth'],
  ['Зеленський', 'person:volodymyr-zelensky'],
  ['Zelenskyy', 'person:volodymyr-zelensky'],
  ['Prime Minister Modi', 'person:narendra-modi'],
  ['Narendra Mody', 'person:narendra-modi'],
  ['rajnath sing', 'person:rajnath-singh'],
  ['the Quad', 'organisation:quad'],
  ['turkiye', 'country:TR'],
  ['United States', 'country:US'],
  ['Britain', 'country:GB'],
  ['Russia', 'country:RU'],
  ['South Korea', 'country:KR'],
  ['Saudi', 'country:SA'],
  ['Turkey', 'country:TR'],
  ['UAE', 'country:AE'],
  ['PRC', 'country:CN'],
  ['DPRK', 'country:KP'],
  ['Deutschland', 'country:DE'],
  ['Holland', 'country:NL'],
  ['Zelensky', 'person:volodymyr-zelensky'],
  ['Hegseth', 'person:pete-hegseth'],
  ['Pete Hegseth', 'person:pete-hegseth'],
  ['Modi', 'person:narendra-modi'],
  ['RTX', 'organisation:rtx'],
  ['Department of Defense', 'organisation:us-department-of-defense'],
  ['Boeing', 'organisation:boeing'],
  ['Lockheed Martin', 'organisation:lockheed-martin'],
  ['BAE Systems', 'organisation:bae-systems'],
  ['NATO', 'organisation:nato'],
  ['DRDO', 'organisation:defence-research-and-development-organisation'],
  ['F-16', 'weapon-system:f-16-fighting-falcon'],
  ['Javelin', 'weapon-system:fgm-148-javelin'],
];

test('what people type finds what they mean first', { timeout: 600_000 }, async () => {
  const there = new Set(
    (await database.run('MATCH (e:Entity) RETURN e.id AS id')).map(({ id }) => String(id)),
  );
  const asked = SPELLINGS.filter(([, id]) => there.has(id)).map(([query, id]) => ({ query, id }));
  expect(asked.length).toBeGreaterThan(55);
  expect(await lost(asked, 1)).toEqual([]);
});
