import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import { withoutSharedSeats } from '../../../../../src/ingest/extract/relations/offices/seats.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();

/** What is left when everybody may serve every state of the text, those of `sure` more surely. */
function seated(raw: string, sure: readonly string[] = []): string[] {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  const of = (kind: string) => entities.filter((one) => one.kind === kind);
  const offices = of('Person').flatMap((subject) =>
    of('Country').flatMap((object) =>
      subject.mentions.map((subjectMention) => ({
        type: 'HOLDS_POSITION' as const,
        subject,
        object,
        subjectMention,
        objectMention: object.mentions[0]!,
        confidence: sure.includes(`${subject.name} of ${object.name}`) ? 0.9 : 0.8,
        modality: 'asserted' as const,
      })),
    ),
  );
  return [
    ...new Set(
      withoutSharedSeats(text, offices).map(
        ({ subject, object }) => `${subject.name} of ${object.name}`,
      ),
    ),
  ].sort();
}

test('nobody is president of two states: the one that the title names, else the surer one', () => {
  expect(seated('Norwegian President Ada Quill spoke in Chile.', ['Ada Quill of Chile'])).toEqual([
    'Ada Quill of Norway',
  ]);
  expect(
    seated('Chile thanked Norway. President Ada Quill came.', ['Ada Quill of Norway']),
  ).toEqual(['Ada Quill of Norway']);
});

test('of two presidents in one sentence one is that of the state', () => {
  const both = 'President Ada Quill and President Bo Lind spoke in Chile.';
  expect(seated(both, ['Bo Lind of Chile'])).toEqual(['Bo Lind of Chile']);
});

test.each([
  'Former President Ada Quill and President Bo Lind spoke in Chile.',
  'President Ada Quill and Foreign Minister Bo Lind spoke in Chile.',
  'President Ada Quill spoke in Chile. A year later President Bo Lind did.',
  'Senator Ada Quill and Senator Bo Lind spoke in Chile.',
])('others may serve one state: %s', (raw) => {
  expect(seated(raw)).toHaveLength(2);
});

test('who is no holder of a seat may serve two states', () => {
  expect(seated('Adviser Ada Quill works for Chile and Norway.')).toHaveLength(2);
});
