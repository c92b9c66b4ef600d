import { expect, test } from 'vitest';
import { identify } from '../../../../src/ingest/resolve/identity/identity.ts';
import { isGenericAgreement } from '../../../../src/ingest/resolve/names.ts';
import type {
  ExtractedEntity,
  ExtractedStatement,
  Extraction,
  SourceDocument,
} from '../../../../src/model/extraction.ts';

const SOURCE = { id: 'document:one', publishedOn: '2025-11-14' } as SourceDocument;

function entity(key: string, kind: ExtractedEntity['kind'], more: Partial<ExtractedEntity> = {}) {
  const mention = { start: 0, end: 1, rawStart: Number(key.slice(1)), rawEnd: 1 };
  return {
    key,
    kind,
    name: key,
    unnamed: false,
    aliases: [],
    externalIds: [],
    lexiconId: null,
    properties: {},
    mentions: [mention],
    ...more,
  } as ExtractedEntity;
}

const related = (type: string, subject: string, object: string) =>
  ({ type, subject, object, property: null, modality: 'asserted' }) as ExtractedStatement;
const starting = (subject: string, value: string) =>
  ({
    type: 'PROPERTY',
    subject,
    property: 'startsOn',
    value,
    confidence: 0.8,
    quote: { start: 0 },
  }) as ExtractedStatement;

const idsOf = (entities: ExtractedEntity[], statements: ExtractedStatement[]) => {
  const ids = identify(SOURCE, { entities, statements } as unknown as Extraction, {
    agreements: new Map(),
  });
  return entities.map(({ key }) => ids.get(key)!.id);
};

test('two talks of the same person in a month stay two', () => {
  const person = entity('e1', 'Person', { name: 'Olav Lund' });
  const talks = ['e2', 'e3'].map((key) =>
    entity(key, 'Event', { unnamed: true, properties: { kind: 'meeting' } }),
  );
  const statements = talks.flatMap(({ key }) => [
    related('PARTICIPATED_IN', 'e1', key),
    starting(key, '2025-11-03'),
  ]);
  const [, first, second] = idsOf([person, ...talks], statements);
  expect(first).not.toBe(second);
});

test('many states have a memorandum of that name: its parties tell which', () => {
  const named = (parties: readonly string[]) => {
    const pact = entity('e9', 'Agreement', { name: 'Memorandum of Understanding' });
    const countries = parties.map((iso2, at) =>
      entity(`e${at}`, 'Country', { properties: { iso2 } }),
    );
    const statements = countries.map(({ key }) => related('PARTY_TO', key, 'e9'));
    return idsOf([pact, ...countries], statements)[0];
  };
  expect(named(['PE', 'CL'])).not.toBe(named(['PE', 'BR']));
  expect(named(['PE', 'CL'])).toBe(named(['CL', 'PE']));
  expect(named(['PE'])).toMatch(/^agreement:memorandum-of-understanding-/);
});

test('a minister signs for the country of his office: the agreement is the one of both parties', () => {
  const pact = entity('e9', 'Agreement', { name: 'Memorandum of Understanding' });
  const peru = entity('e1', 'Country', { properties: { iso2: 'PE' } });
  const chile = entity('e2', 'Country', { properties: { iso2: 'CL' } });
  const minister = entity('e3', 'Person', { name: 'Ana Ruiz' });
  const whole = [pact, peru, chile, minister];
  const [parties] = idsOf(whole, [
    related('PARTY_TO', 'e1', 'e9'),
    related('PARTY_TO', 'e2', 'e9'),
  ]);
  const office = related('HOLDS_POSITION', 'e3', 'e2');
  const told = [related('PARTY_TO', 'e1', 'e9'), related('SIGNED', 'e3', 'e9')];
  expect(idsOf(whole, [...told, office])[0]).toBe(parties);
  expect(idsOf(whole, told)[0]).not.toBe(parties);
});

test('two treaties of two words, of the same parties in one month, stay two', () => {
  const named = (name: string) => {
    const pact = entity('e9', 'Agreement', { name });
    const countries = ['NO', 'KE'].map((iso2, at) =>
      entity(`e${at}`, 'Country', { properties: { iso2 } }),
    );
    const signedOn = { ...starting('e9', '2025-11-03'), property: 'signedOn' };
    const parties = countries.map(({ key }) => related('PARTY_TO', key, 'e9'));
    return idsOf([pact, ...countries], [...parties, signedOn as ExtractedStatement])[0];
  };
  expect(named('Fjord Treaty')).toBe(named('the Fjord Treaty'));
  expect(named('Fjord Treaty')).not.toBe(named('Savanna Treaty'));
  expect(named('Norwegian Treaty')).toBe(named('2025 Treaty'));
});

test('some names are those of many agreements', () =>
  expect(
    ['Defence Cooperation Agreement', 'Comprehensive Strategic Partnership', 'Lombok Treaty'].map(
      isGenericAgreement,
    ),
  ).toEqual([true, true, false]));

const held = (key: string, kind: ExtractedEntity['kind'], name: string) =>
  entity(key, kind, { name });

test('a meeting of a general name is told by its people and its day', () => {
  const meeting = (who: string, day: string) => {
    const event = entity('e9', 'Event', { name: 'Bilateral Meeting' });
    const person = held('e1', 'Person', who);
    return idsOf([event, person], [related('PARTICIPATED_IN', 'e1', 'e9'), starting('e9', day)])[0];
  };
  expect(meeting('Olav Lund', '2025-11-03')).toBe(meeting('Olav Lund', '2025-11-03'));
  expect(meeting('Olav Lund', '2025-11-03')).not.toBe(meeting('Olav Lund', '2025-11-24'));
  expect(meeting('Olav Lund', '2025-11-03')).not.toBe(meeting('Ines Kravchuk', '2025-11-03'));
});

test('a named event needs a year or a place', () => {
  const event = held('e9', 'Event', 'Fjord Security Forum');
  const place = held('e1', 'Place', 'Bergen');
  expect(idsOf([event], [starting('e9', '2024-05')])).toEqual(['event:fjord-security-forum-2024']);
  expect(idsOf([event, place], [related('HELD_IN', 'e9', 'e1')])[0]).toBe(
    'event:fjord-security-forum-bergen',
  );
});

test('a full name that many share needs an office', () => {
  const person = held('e1', 'Person', 'Yi Wang');
  const country = entity('e2', 'Country', { properties: { iso2: 'CN' } });
  expect(idsOf([person, country], [])[0]).toMatch(/^person:yi-wang-[0-9a-f]{8}$/);
  expect(idsOf([person, country], [related('HOLDS_POSITION', 'e1', 'e2')])[0]).toBe(
    'person:yi-wang',
  );
});
