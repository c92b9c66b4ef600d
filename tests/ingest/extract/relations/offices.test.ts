import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { withoutFalseOffices } from '../../../../src/ingest/extract/relations/offices.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

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
  ['General Ada Quill met the Ministry of Defence.', 0],
  ['Ada Quill, who leads the Ministry of Defence, came.', 1],
  ['Ada Quill, spokesperson for the Ministry of Defence, came.', 1],
])('%s: offices of bodies: %i', (raw, offices) => {
  expect(served(raw, 'Organisation')).toHaveLength(offices);
});
