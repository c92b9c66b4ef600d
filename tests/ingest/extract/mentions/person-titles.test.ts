import { describe, expect, test } from 'vitest';
import { relationshipProperties } from '../../../../src/ingest/extract/attributes/relationship.ts';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import type { RelationMention } from '../../../../src/ingest/extract/vocabulary.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();

/** The words of the title that stands with a name. */
function titleOf(raw: string, name: string): string | undefined {
  const { text, entities } = readDocument('d', raw, null, LEXICON);
  const title = entities
    .flatMap(({ kind, mentions }) => (kind === 'Person' ? mentions : []))
    .find((mention) => mention.text === name)?.title;
  return title && text.clean.slice(title.start, title.end);
}

describe('a title stands with its name', () => {
  test.each([
    ['The Norwegian envoy, Lars Helgesen, waited.', 'Lars Helgesen', 'Norwegian envoy'],
    [
      'A spokesman for the Finnish defence ministry, Antti Virtanen, declined to answer.',
      'Antti Virtanen',
      'spokesman for the Finnish defence ministry',
    ],
    ['It was signed by its chairman, Captain Luis Ferro.', 'Luis Ferro', 'chairman'],
    [
      'Minister of National Defense Helena Marques spoke.',
      'Helena Marques',
      'Minister of National Defense',
    ],
    ['Airbus chief executive Marie Dupont smiled.', 'Marie Dupont', 'Airbus chief executive'],
    [
      'Sheikh Omar Al Rashid, who is Defence Minister of Oman, arrived.',
      'Omar Al Rashid',
      'Defence Minister of Oman',
    ],
    [
      'Defence Secretary Air Marshal (Retd) Nimal Perera signed.',
      'Nimal Perera',
      'Defence Secretary Air Marshal (Retd)',
    ],
    [
      'Grain is dear, Shadow Minister for Trade, Senator Olga Brandt said.',
      'Olga Brandt',
      'Shadow Minister for Trade',
    ],
    [
      'It featured Deputy Secretary of Defense for North and Central Asia, Dr. Olga Brandt along with others.',
      'Olga Brandt',
      'Deputy Secretary of Defense for North and Central Asia',
    ],
    [
      'The remarks of Oman’s new Supreme Leader, Olga Brandt, spread.',
      'Olga Brandt',
      'Supreme Leader',
    ],
    [
      'They met Ambassador Olga Brandt, Finnish Ambassador to Chile.',
      'Olga Brandt',
      'Finnish Ambassador to Chile',
    ],
    [
      'Norwegian Navy Captain Olga Brandt, commander of the fleet, spoke.',
      'Olga Brandt',
      'commander of the fleet',
    ],
    ['He thanked Olga Brandt (R-Ohio), chair of the panel.', 'Olga Brandt', 'chair of the panel'],
    ['“It flies,” said Olga Brandt, President, Nordby Gliders.', 'Olga Brandt', 'President'],
  ])('%s', (raw, name, title) => expect(titleOf(raw, name)).toBe(title));

  test('the office between two names is that of the first', () =>
    expect(
      titleOf(
        'It was signed by Ann Holm, director of plans, Mr Olga Brandt and others.',
        'Olga Brandt',
      ),
    ).not.toBe('director of plans'));

  test('the field of an office is no person', () =>
    expect(
      readDocument(
        'd',
        'It is Ann Holm, Vice President, Industrial Partnerships, Saab, and head of plans.',
        null,
        LEXICON,
      )
        .entities.filter(({ kind }) => kind === 'Person')
        .map(({ name }) => name),
    ).toEqual(['Ann Holm']));

  test('what follows an office behind a comma is not always its holder', () =>
    expect(titleOf('He told the minister, and Anna Berg left.', 'Anna Berg')).toBeUndefined());
});

test('initials without points are a name', () =>
  expect(titleOf('Air Chief Marshal A K Menon landed.', 'A K Menon')).toBe('Air Chief Marshal'));

describe('a position is told without whose it is', () => {
  /** The title of the first person at the first entity of that kind. */
  function positionOf(raw: string, kind: 'Country' | 'Organisation'): unknown {
    const document = readDocument('d', raw, null, LEXICON);
    const subject = document.entities.find((one) => one.kind === 'Person')!;
    const object = document.entities.find((one) => one.kind === kind)!;
    const [subjectMention, objectMention] = [subject.mentions[0]!, object.mentions[0]!];
    const fact: RelationMention = {
      type: 'HOLDS_POSITION',
      subject,
      object,
      subjectMention,
      objectMention,
      confidence: 1,
      modality: 'asserted',
    };
    return relationshipProperties(document)(fact).title;
  }

  test.each([
    ['Finnish President Aino Laine spoke.', 'Country', 'President'],
    ['Olga Brandt, president of Rheinmetall, spoke.', 'Organisation', 'president'],
    [
      'Olga Brandt, the chief of staff of the Swedish Navy, spoke.',
      'Organisation',
      'chief of staff',
    ],
  ] as const)('%s', (raw, kind, title) => expect(positionOf(raw, kind)).toBe(title));
});
