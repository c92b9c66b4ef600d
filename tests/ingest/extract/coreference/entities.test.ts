import { beforeAll, describe, expect, test } from 'vitest';
import { findEntities } from '../../../../src/ingest/extract/coreference/entities.ts';
import { type Document, readDocument } from '../../../../src/ingest/extract/document.ts';
import { Values } from '../../../../src/ingest/extract/values/values.ts';
import { type Lexicon, readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import type { EntityKind } from '../../../../src/model/kinds.ts';
import { mentionIn, plainText } from '../plain-text.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = readLexicon();
});

const read = (raw: string): Document => readDocument('document:test', raw, '2025-11-14', lexicon);

/** Each entity of a kind as the texts of its mentions. */
function groups(raw: string, kind: EntityKind): string[][] {
  return read(raw)
    .entities.filter((entity) => entity.kind === kind)
    .map(({ mentions }) => mentions.filter(({ reference }) => !reference).map(({ text }) => text));
}

describe('weapon systems', () => {
  test('a variant is not its family, and a plural is no other name', () => {
    const found = groups(
      'Slovenia flies F-16s from Cerklje. It wants the F-16 Block 70 as well. Rafale jets were not asked for, nor was the Rafale M.',
      'WeaponSystem',
    );
    expect(found).toContainEqual(['F-16']);
    expect(found.filter((mentions) => mentions.length > 1)).toEqual([]);
  });

  test('a nickname is the system whose designation stands elsewhere', () => {
    expect(
      groups('Estonia fired the FGM-148 Javelin. The Javelin hit its target.', 'WeaponSystem'),
    ).toEqual([['FGM-148 Javelin', 'Javelin']]);
  });

  test('a number in the name of a system is no variant of it', () => {
    expect(
      groups(
        'Greece wants the F-35. The F-35 Lightning II is costly, and the F-35A cheaper.',
        'WeaponSystem',
      ).map((mentions) => mentions.sort()),
    ).toEqual(expect.arrayContaining([['F-35', 'F-35 Lightning II'], ['F-35A']]));
  });
});

test.each([
  ['Chile showed its Coastal Patrol Helicopter (CPH).', 'Coastal Patrol Helicopter', 'CPH'],
  ['Chile bought a MK 41 Vertical Launch System.', 'MK 41 Vertical Launch System', 'MK 41'],
  ['Chile bought a Nordpil-S1 system.', 'Nordpil-S1', 'Nordpil-S1'],
  ['Chile bought the Nordpil (a missile).', 'Nordpil', undefined],
])('a designation is as the text writes it: %s', (raw, name, designation) => {
  const text = plainText(raw);
  const mentions = [mentionIn(text, 'WeaponSystem', name)];
  const [system] = findEntities(text, mentions, new Values(text, null, null));
  expect(system!.properties.designation).toBe(designation);
});

test('a surname within a full name belongs to that name', () => {
  const people = groups(
    'Defence Secretary Rajesh Kumar Singh opened the fair. The ministers, Rajnath Singh and Ulla Berg, came later.',
    'Person',
  );
  expect(people).toContainEqual(['Rajesh Kumar Singh']);
  expect(people).toContainEqual(['Rajnath Singh']);
});

test('two verbs of one sentence tell two encounters', () => {
  expect(
    groups(
      'General Olav Lund called on President Maria Costa and met Minister Pedro Alves in Lisbon.',
      'Event',
    ),
  ).toEqual([['called on'], ['met']]);
});

test('whom somebody also met is met another time', () => {
  expect(
    groups('General Olav Lund met Minister Pedro Alves in Lisbon. He also met officials.', 'Event'),
  ).toEqual([['met'], ['met']]);
});

test('a description and the name behind it are one, with the year', () => {
  expect(
    groups('The fleets opened their largest exercise—Malabar 2023—off Sydney.', 'Event'),
  ).toEqual([['exercise', 'Malabar 2023']]);
});

test('another edition of an exercise is another exercise', () => {
  const found = groups(
    'The armies began Exercise Shakti in Oyo. The previous edition of Exercise Shakti was held in Jos.',
    'Event',
  );
  expect(found.some((mentions) => mentions.length > 1)).toBe(false);
});

test('sales of different sums and systems stay apart', () => {
  const found = groups(
    'Chile signed a $93 million deal for Javelin missiles. Peru chose a $410 million deal for K2 tanks. The $93 million deal is small.',
    'ArmsSale',
  );
  expect(found).toContainEqual(['$93 million deal', '$93 million deal']);
  expect(found).toContainEqual(['$410 million deal']);
});

describe('places', () => {
  test('a building is a place where someone is in it', () => {
    expect(groups('The ministers met at the Pentagon on Friday.', 'Place')).toEqual([['Pentagon']]);
  });

  test('sentences may begin with the preposition, and towns come in pairs', () => {
    const places = groups('In Nuuk they spoke. Crews visited Kure and Maizuru.', 'Place').flat();
    expect(places).toEqual(expect.arrayContaining(['Nuuk', 'Kure', 'Maizuru']));
  });
});

test('an office holds the name of whose it is', () => {
  const { text, entities } = read('Pentagon spokesman Sean Parnell gave no date.');
  const title = entities.find(({ kind }) => kind === 'Person')?.mentions[0]?.title;
  expect(title && text.clean.slice(title.start, title.end)).toBe('Pentagon spokesman');
});

test('the lexicons give the scorer hints, which are no facts of the document', () => {
  const person = read('Narendra Modi spoke.').entities.find(({ kind }) => kind === 'Person');
  expect(person?.background?.countries).toEqual(['IN']);
  expect(person?.properties).toEqual({});
});

test('the exercise is the one that was named before', () => {
  expect(
    groups('Cobra Gold 2024 opened in Rayong. Seven thousand troops joined the exercise.', 'Event'),
  ).toEqual([['Cobra Gold 2024', 'exercise']]);
});

describe('a bare service', () => {
  const TWO = 'The Indian Army and the Sri Lankan Army trained together.';

  test('is the one named in full shortly before', () => {
    const found = groups(
      `${TWO} Later the Navy sailed. The Indian Army was pleased, and the Army said so.`,
      'Organisation',
    );
    expect(found).toContainEqual(['Indian Army', 'Indian Army', 'Army']);
  });

  test('is that of the country in its own title', () => {
    const found = groups(
      'US Secretary of the Army Carla Reyes met officers of the Indian Army in Pune.',
      'Organisation',
    );
    expect(found).toContainEqual(['Army']);
    expect(found).toContainEqual(['Indian Army']);
  });

  test('is nobody’s where two may be meant, nor in the name of an office', () => {
    const found = groups(`Army praised. ${TWO} The Chief of Army Staff spoke.`, 'Organisation');
    expect(found.flat()).not.toContain('Army');
  });
});

describe('in doubt two stay two', () => {
  test('two meetings that one sentence places at two times', () => {
    expect(
      groups(
        'The last meeting of finance ministers was in Riga, and the last meeting of farm ministers in Oslo.',
        'Event',
      ),
    ).toEqual([['meeting'], ['meeting']]);
  });

  test('a call and a meeting of one sentence', () => {
    expect(
      groups('Olav Lund raised it in a phone call one day before the meeting.', 'Event'),
    ).toEqual([['phone call'], ['meeting']]);
  });

  test('attacks in two places', () => {
    expect(groups('Attacks on Riga went on. He condemned attacks against Oslo.', 'Event')).toEqual([
      ['Attacks'],
      ['attacks'],
    ]);
  });

  test('an agreement that is only compared with the one of the text', () => {
    expect(
      groups(
        'Peru and Chile signed the Lima Fisheries Treaty. It has a term, unlike the Santiago Transit Pact. The pact is short.',
        'Agreement',
      ),
    ).toContainEqual(['Santiago Transit Pact']);
  });

  test('the most recent agreement is not the one told before', () => {
    expect(
      groups(
        'Saab seeks an agreement on spares. Elsewhere it named the most recent agreement of the shipyard.',
        'Agreement',
      ),
    ).toEqual([['agreement'], ['agreement']]);
  });

  test('a sale that its system tells apart', () => {
    expect(
      groups(
        'The state approved a $90 million bomb sale to Chile. The Super Tucano sale was long ago.',
        'ArmsSale',
      ),
    ).toEqual([['$90 million bomb sale'], ['sale']]);
  });
});

describe('whose a bare service is', () => {
  test('is not that of a country the text speaks of in passing', () => {
    const found = groups(
      'India wants boats. India has asked Germany. The Spanish Navy has one. The Navy of Mumbai waits, India says.',
      'Organisation',
    );
    expect(found).toContainEqual(['Spanish Navy']);
  });

  test('is that of the country the text is about', () => {
    expect(
      groups('The Spanish Navy flies Harriers in Spain. The Navy will lose them.', 'Organisation'),
    ).toContainEqual(['Spanish Navy', 'Navy']);
  });

  test('behind "whose" is not the one named before', () => {
    expect(groups('The Indian Navy met Oman, whose Navy is small.', 'Organisation')).toContainEqual(
      ['Indian Navy'],
    );
  });
});
