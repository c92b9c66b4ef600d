import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import { withoutFalseOffices } from '../../../../../src/ingest/extract/relations/offices/false-offices.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();

/** Whose official each person of the text may be: of all states and bodies that it names. */
function served(raw: string, kind: 'Country' | 'Organisation' = 'Country'): string[] {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  const offices = entities
    .filter((one) => one.kind === 'Person')
    .flatMap((subject) =>
      entities
        .filter((one) => one.kind === kind)
        .map((object) => ({
          type: 'HOLDS_POSITION' as const,
          subject,
          object,
          subjectMention: subject.mentions[0]!,
          objectMention: object.mentions[0]!,
          confidence: 0.9,
          modality: 'asserted' as const,
        })),
    );
  return withoutFalseOffices(text, offices).map(
    ({ subject, object }) => `${subject.name} of ${object.name}`,
  );
}

test('an official whose state is known holds no office of another', () => {
  expect(served('President Zelenskyy of Ukraine thanked the American people.')).toEqual([
    'Zelenskyy of Ukraine',
  ]);
});

test('of others nothing is known', () => {
  expect(served('President Ada Quill thanked Ukraine and the American people.')).toHaveLength(2);
});

test('an ambassador to a state serves another', () => {
  expect(served('Ada Quill, the Norwegian ambassador to Chile, came.')).toEqual([
    'Ada Quill of Norway',
  ]);
});

test.each([
  'Ada Quill, a senior Chile analyst at an institute, came.',
  'Ada Quill, a Chilean businesswoman and lawyer, came.',
])('%s: who studies a state, or is of it, does not serve it', (raw) => {
  expect(served(raw)).toEqual([]);
});

test('a veteran of a body serves it no more', () => {
  expect(served('Ada Quill, a Royal Norwegian Navy veteran, came.', 'Organisation')).toEqual([]);
});

test('who leads a body in a state serves the body', () => {
  expect(served('Ada Quill, head of Kongsberg in Chile, came.')).toEqual([]);
  expect(served('Ada Quill, a minister in Chile, came.')).toEqual(['Ada Quill of Chile']);
});

test.each([
  ['General Ada Quill met the Ministry of Defence.', 0],
  ['Ada Quill, who leads the Ministry of Defence, came.', 1],
  ['Ada Quill, spokesperson for the Ministry of Defence, came.', 1],
])('%s: offices of bodies: %i', (raw, offices) => {
  expect(served(raw, 'Organisation')).toHaveLength(offices);
});

test('an office of one line of a list is not that of the next', () => {
  const raw = '- President Ada Quill, Chile\n- President Jens Holm, Norway';
  expect(served(raw)).toEqual(['Ada Quill of Chile', 'Jens Holm of Norway']);
});

test.each([
  ['In Chile, Mr. Jens Holm met Ada Quill.', []],
  ['In Chile, President Jens Holm spoke.', ['Jens Holm of Chile']],
  ['Jens Holm is ambassador extraordinary and plenipotentiary to Chile.', []],
  ['Jens Holm, a Chilean immigrant, came.', []],
])('%s', (raw, offices) => {
  expect(served(raw)).toEqual(offices);
});
