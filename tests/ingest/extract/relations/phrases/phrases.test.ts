import { expect, test } from 'vitest';
import { Names } from '../../../../../src/ingest/extract/relations/phrases/names.ts';
import {
  patternRelations,
  plannedSignings,
} from '../../../../../src/ingest/extract/relations/phrases/phrases.ts';
import type { Text } from '../../../../../src/ingest/text/text.ts';
import { entityOf, mentionIn, plainText } from '../../plain-text.ts';

const told = (found: ReturnType<typeof patternRelations>) =>
  found.map(({ subject, type, object, modality }) => [subject.name, type, object.name, modality]);

test('a place lies in what stands behind it', () => {
  const text = plainText('They met at Kadena Air Base in Japan.');
  const entities = [
    entityOf('Kadena Air Base', [mentionIn(text, 'Place', 'Kadena Air Base')]),
    entityOf('Japan', [mentionIn(text, 'Country', 'Japan')]),
  ];
  expect(told(patternRelations(new Names(text, entities)))).toEqual([
    ['Kadena Air Base', 'LOCATED_IN', 'Japan', 'asserted'],
  ]);
});

test('places of a list lie in none of the others', () => {
  const text = plainText('Offices in Bergen, Lima and Cairo are open.');
  const entities = ['Bergen', 'Lima', 'Cairo'].map((name) =>
    entityOf(name, [mentionIn(text, 'Place', name)]),
  );
  expect(told(patternRelations(new Names(text, entities)))).toEqual([]);
});

test('a variant is one of what the words say, in either order', () => {
  const text = plainText('The Kestrel B, a variant of the Kestrel, flew.');
  const entities = [
    entityOf('Kestrel B', [mentionIn(text, 'WeaponSystem', 'Kestrel B')]),
    entityOf('Kestrel', [
      mentionIn(text, 'WeaponSystem', 'Kestrel', {
        start: text.clean.lastIndexOf('Kestrel'),
        end: text.clean.lastIndexOf('Kestrel') + 'Kestrel'.length,
      }),
    ]),
  ];
  expect(told(patternRelations(new Names(text, entities)))).toEqual([
    ['Kestrel B', 'VARIANT_OF', 'Kestrel', 'asserted'],
  ]);
});

/** That Norway is party to the Fjord Treaty, as a text that names both says. */
function norwayAsParty(text: Text) {
  const subjectMention = mentionIn(text, 'Country', 'Norway');
  const objectMention = mentionIn(text, 'Agreement', 'Fjord Treaty', { named: true });
  return {
    type: 'PARTY_TO',
    subject: entityOf('Norway', [subjectMention]),
    object: entityOf('Fjord Treaty', [objectMention]),
    subjectMention,
    objectMention,
    confidence: 0.9,
    modality: 'asserted',
  } as const;
}

test('a signing that a sentence announces is planned, once for each party', () => {
  const text = plainText('Norway will sign the Fjord Treaty next month.');
  const fact = norwayAsParty(text);
  expect(told(plannedSignings(text, [fact, fact]))).toEqual([
    ['Norway', 'SIGNED', 'Fjord Treaty', 'planned'],
  ]);
  expect(plannedSignings(text, [{ ...fact, type: 'SIGNED' }])).toEqual([]);
});

test('what was signed long ago is not planned by what will build upon it', () => {
  const text = plainText('The deal will build upon the Fjord Treaty, which Norway signed in 1990.');
  const fact = norwayAsParty(text);
  expect(plannedSignings(text, [fact])).toEqual([]);
});
