import { expect } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { emptyDatabase } from '../helpers/neo4j.ts';
import { ask } from './ask.ts';
import { writeGraph } from './small-graph.ts';

/** A few entities of each kind, whose every tie tests know. */
export async function knownGraph(): Promise<Database> {
  const database = await emptyDatabase();
  const person = (n: number) => ({ id: `person:${n}`, kind: 'Person', name: `Person ${n % 3}` });
  await writeGraph(
    database,
    [
      ...[1, 2, 3, 4, 5, 6, 7].map(person),
      { id: 'country:TR', kind: 'Country', name: 'Turkey', aliases: ['Türkiye'], iso2: 'TR' },
      { id: 'country:IN', kind: 'Country', name: 'India', iso2: 'IN' },
      { id: 'organisation:rafael', kind: 'Organisation', name: 'Rafael' },
      { id: 'weapon-system:rafale', kind: 'WeaponSystem', name: 'Rafale' },
      { id: 'weapon-system:k', kind: 'WeaponSystem', name: 'K' },
      {
        id: 'arms-sale:1',
        kind: 'ArmsSale',
        name: 'One',
        stage: 'approved',
        approvedOn: '2025-11',
        value: 93e6,
        currency: 'USD',
      },
      {
        id: 'arms-sale:2',
        kind: 'ArmsSale',
        name: 'Two',
        stage: 'approved',
        approvedOn: '2025',
        value: 7e6,
        currency: 'USD',
      },
      { id: 'arms-sale:3', kind: 'ArmsSale', name: 'Three', stage: 'proposed' },
      { id: 'event:1', kind: 'Event', name: 'Talks' },
    ],
    [
      ['person:1', 'HOLDS_POSITION', 'country:IN', { title: 'Minister' }],
      ['person:1', 'HOLDS_POSITION', 'country:IN', { title: 'Chair', modality: 'rumoured' }],
      ['person:2', 'HOLDS_POSITION', 'country:IN', { title: 'Envoy', modality: 'denied' }],
      ['person:1', 'PARTICIPATED_IN', 'event:1', { on: '2025-10-31', role: 'host' }],
      ['person:3', 'PARTICIPATED_IN', 'event:1', { on: '2025-10' }],
      ['country:IN', 'APPROVED_SALE', 'arms-sale:1'],
      ['country:IN', 'APPROVED_SALE', 'arms-sale:2'],
      ['arms-sale:1', 'SOLD_TO', 'country:TR'],
      ['arms-sale:2', 'SOLD_TO', 'country:TR', { modality: 'denied' }],
      ['arms-sale:1', 'INCLUDES', 'weapon-system:rafale'],
      ['arms-sale:1', 'INCLUDES', 'weapon-system:k'],
    ],
  );
  return database;
}

/** The data of an answer without errors. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query, which tests know
export async function answerOf(database: Database, source: string, variables = {}): Promise<any> {
  const asked = await ask(database, source, variables);
  expect(asked.errors, source).toBeUndefined();
  return asked.data;
}
