import { expect, test } from 'vitest';
import { extract, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import { describe as nameOf } from '../../../src/ingest/resolve/description.ts';
import { summariseEntity } from '../../../src/ingest/write/entity-summary.ts';
import type { SourceDocument } from '../../../src/model/extraction.ts';

const EXTRACTOR = loadExtractor();

function salesIn(raw: string) {
  const source = { id: 'd', raw, source: 'd.txt', title: null, url: null, publisher: null };
  const told = extract(
    { ...source, publishedOn: '2025-05-20' } as unknown as SourceDocument,
    EXTRACTOR,
  );
  const names = new Map(told.entities.map(({ key, name }) => [key, name]));
  return told.entities
    .filter(({ kind }) => kind === 'ArmsSale')
    .map((sale) => {
      const of = told.statements.filter(({ subject }) => subject === sale.key);
      return {
        name: nameOf(sale, told),
        buyers: [
          ...new Set(of.flatMap((one) => (one.type === 'SOLD_TO' ? names.get(one.object!) : []))),
        ],
        values: of.flatMap((one) => (one.property === 'value' ? one.value : [])),
      };
    })
    .filter(({ buyers, values }) => buyers.length + values.length > 0);
}

test('a state that sells, or is named beside a sale, is no second buyer', () => {
  const [sale, ...others] = salesIn(
    'The State Department approved the sale of six MQ-9B SkyGuardian drones to Morocco on May 12, 2025, for an estimated cost of $1.2 billion. The sale would strengthen a friend of the United States, the Defense Security Cooperation Agency said.',
  );
  expect(others).toEqual([]);
  expect(sale).toEqual({
    name: 'Sale of MQ-9B SkyGuardian to Morocco',
    buyers: ['Morocco'],
    values: ['1200000000'],
  });
});

test('a notice tells of one sale, from its first sentence on', () => {
  const sales = salesIn(
    'The State Department has approved a possible Foreign Military Sale to Norway of the FGM-148 Javelin missile system for an estimated cost of $61.5 million. The Defense Security Cooperation Agency notified Congress of the sale on May 19, 2025.\n\nThe Government of Norway has requested to buy 120 FGM-148 Javelin missiles. The sale to Norway includes 120 FGM-148 Javelin missiles, training and tools.',
  );
  expect(sales).toEqual([
    { name: 'Sale of FGM-148 Javelin to Norway', buyers: ['Norway'], values: ['61500000'] },
  ]);
});

test('a sum in the next sentence is the sum of the sale just told', () => {
  const sales = salesIn(
    'Malaysia signed a contract with Turkish Aerospace Industries of Turkey for three Anka drones. The contract is worth $91 million.',
  );
  expect(sales.map(({ buyers, values }) => ({ buyers, values }))).toEqual([
    { buyers: ['Malaysia'], values: ['91000000'] },
  ]);
});

test('the sum in the name of a sale is its value, whichever document told it', () => {
  const naming = { name: 'Sale of FGM-148 Javelin to Norway', aliases: [], externalIds: [] };
  const said = {
    property: 'value',
    confidence: 0.9,
    currency: 'USD',
    modality: 'asserted' as const,
    publishedOn: null,
  };
  const namings = [
    { ...naming, count: 9 },
    { ...naming, count: 1 },
  ];
  const evidence = [
    { ...said, value: '80000000', story: 'a', valueText: '$80 million' },
    { ...said, value: '61500000', story: 'b', valueText: '$61.5 million' },
    { ...said, value: '61500000', story: 'c', valueText: '$61.5 million' },
  ];
  expect(summariseEntity('arms-sale:1', 'ArmsSale', namings, evidence, 3)).toMatchObject({
    name: 'Sale of FGM-148 Javelin to Norway ($61.5 million)',
    value: 61_500_000,
    valueText: '$61.5 million',
  });
});

test('the price of a part, or of a year, is not that of the sale', () => {
  const told = (price: string) =>
    salesIn(
      `The State Department approved the sale of 12 HIMARS launchers to Poland for an estimated ${price} on May 12, 2025.`,
    ).flatMap(({ values }) => values);
  expect(told('$20 million each')).toEqual([]);
  expect(told('$300,000 per round')).toEqual([]);
  expect(told('$240 million, or $20 million apiece')).toEqual(['240000000']);
  expect(told('$240 million')).toEqual(['240000000']);
});

test('what the services of a state buy, the state does not buy a second time', () => {
  const [sale] = salesIn(
    'Nordlicht Systems Inc., Harbour, Ohio, is awarded a $14,820,000 firm-fixed-price modification to procure spares for F-35 aircraft for the Navy, Marine Corps, Air Force, non-U.S. Department of Defense (DOD) participants and Foreign Military Sales customers. This modification combines purchases for the U.S. government (80%); and the governments of Norway and Japan (20%) under the Foreign Military Sales program. The Naval Air Systems Command is the contracting activity.',
  );
  expect(new Set(sale!.buyers)).toEqual(
    new Set(['Air Force', 'Japan', 'Marine Corps', 'Navy', 'Norway']),
  );
});
