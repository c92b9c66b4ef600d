import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { extract, loadExtractor } from '../../src/ingest/extract/extract.ts';
import { readAll } from '../../src/ingest/readers/read.ts';
import type { Extraction } from '../../src/model/extraction.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../examples/documents');

const said = new Map<string, Extraction>();

beforeAll(async () => {
  const extractor = loadExtractor();
  for await (const item of readAll([FOLDER], {}))
    if ('document' in item)
      said.set(path.basename(item.document.source), extract(item.document, extractor));
}, 60_000);

/** "Subject TYPE Object" of every relationship, "Subject property=value" of every property. */
function facts(source: string): string[] {
  const { entities, statements } = said.get(source)!;
  const names = new Map(entities.map(({ key, name }) => [key, name]));
  return statements.map(({ type, subject, object, property, value }) =>
    object === null ? `${property}=${value}` : `${names.get(subject)} ${type} ${names.get(object)}`,
  );
}

const people = (source: string) => names(source, 'Person');
const agreements = (source: string) => names(source, 'Agreement');

function names(source: string, kind: string): string[] {
  return said
    .get(source)!
    .entities.filter((entity) => entity.kind === kind && !entity.unnamed)
    .map(({ name }) => name);
}

describe('what the examples say', () => {
  test.each([
    ['2022-07-27-poland-korea.md', 'Mariusz Błaszczak'],
    ['2025-07-23-typhoon-mou.txt', 'Yaşar Güler'],
    ['2025-10-27-typhoon-signed.txt', 'Recep Tayyip Erdoğan'],
    ['2025-11-26-poland-a26.txt', 'Władysław Kosiniak-Kamysz'],
  ])('names with letters beyond Latin-1 stay whole: %s', (source, name) => {
    expect(people(source)).toContain(name);
  });

  test.each([
    ['2023-01-11-japan-uk-raa.txt', 'Japan-UK Reciprocal Access Agreement'],
    ['2024-10-23-trinity-house.md', 'Trinity House Agreement'],
    ['2023-12-19-finland-dca.txt', 'US-Finland Defense Cooperation Agreement'],
    ['2025-09-17-saudi-pakistan.html', 'Strategic Mutual Defence Agreement'],
    ['ministries.rss.xml#uk-ukraine', 'UK-Ukraine Agreement on Security Co-operation'],
  ])('the name of an agreement ends before where and when it was signed: %s', (source, name) => {
    expect(agreements(source).filter((agreement) => agreement.includes(name))).toEqual([name]);
  });

  test('an announced treaty and the signed one are one', () => {
    const known = ['2025-09-17-pukpuk-communique.txt', '2025-10-06-pukpuk-signed.txt'].map(
      (source) => said.get(source)!.entities.find(({ name }) => name === 'Pukpuk Treaty'),
    );
    expect(known.map((treaty) => treaty?.lexiconId)).toEqual(['pukpuk-treaty', 'pukpuk-treaty']);
  });

  test('two ministers side by side serve a country each', () => {
    const offices = facts('2023-09-28-germany-arrow.txt').filter((fact) =>
      fact.includes('HOLDS_POSITION'),
    );
    expect([...new Set(offices)].sort()).toEqual([
      'Boris Pistorius HOLDS_POSITION Germany',
      'Yoav Gallant HOLDS_POSITION Israel',
    ]);
  });

  test('the number in the name of one weapon system counts no other', () => {
    const { entities, statements } = said.get('2023-02-03-norway-leopard.txt')!;
    const howitzer = entities.find(({ name }) => name === 'K9 Thunder')!.key;
    const counted = statements.filter(({ object }) => object === howitzer);
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.filter(({ properties }) => properties.quantity)).toEqual([]);
  });

  test.each([
    ['2025-11-19-javelin-notice.txt', 'FGM-148 Javelin', 100, 'value=45700000'],
    ['2025-11-19-excalibur-notice.txt', 'M982A1 Excalibur', 216, 'value=47100000'],
    ['2025-11-20-javelin-story.html', 'FGM-148 Javelin', 100, 'value=93000000'],
  ])(
    '%s tells what India is to get, how many, and for how much',
    (source, weapon, quantity, value) => {
      expect(facts(source)).toContain(value);
      const { entities, statements } = said.get(source)!;
      const item = entities.find(({ name }) => name === weapon)!.key;
      const included = statements.filter(
        ({ type, object }) => type === 'INCLUDES' && object === item,
      );
      expect(included.map(({ properties }) => properties.quantity)).toContain(quantity);
      expect(facts(source).some((fact) => fact.endsWith('SOLD_TO India'))).toBe(true);
    },
  );
});
