import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { withoutForeignOffices } from '../../../../src/ingest/extract/relations/offices.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();

/** Whose official each person of the text may be: of all states that it names. */
function served(raw: string): string[] {
  const { entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  const offices = entities
    .filter(({ kind }) => kind === 'Person')
    .flatMap((subject) =>
      entities
        .filter(({ kind }) => kind === 'Country')
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
  return withoutForeignOffices(offices).map(
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
