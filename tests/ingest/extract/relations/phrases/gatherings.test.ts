import { expect, test } from 'vitest';
import { readDocument } from '../../../../../src/ingest/extract/document.ts';
import {
  gatherings,
  withoutPostings,
} from '../../../../../src/ingest/extract/relations/phrases/gatherings.ts';
import { readLexicon } from '../../../../../src/ingest/lexicon/lexicon.ts';
import { namesIn } from '../names-in.ts';

const LEXICON = readLexicon();
const told = (raw: string) =>
  gatherings(namesIn(raw), []).map(({ type, subject, object }) =>
    type === 'HELD_IN' ? `at ${object.name}` : subject.name,
  );

test.each([
  ['Norway, Chile and Peru recently held trilateral talks.', ['Chile', 'Norway', 'Peru']],
  ['Norway and Chile are conducting a naval exercise.', ['Chile', 'Norway']],
  ['They praised the summit in Oslo between Chile and Peru.', ['Chile', 'Peru', 'at Oslo']],
  ['They condemned attacks against Chile by Peru.', ['Peru']],
  ['The exercise was hosted by Norway.', ['Norway']],
  ['Jens Holm and Otto Lang met on Monday.', ['Jens Holm', 'Otto Lang']],
  ['President Ada Quill welcomed Jens Holm to Oslo.', ['Ada Quill', 'at Oslo']],
  ['The talks last week in Oslo failed.', ['at Oslo']],
  ['Minister Jens Holm met General Otto Lang in Oslo on Monday.', ['Jens Holm', 'at Oslo']],
])('%s', (raw, said) => {
  expect(new Set(told(raw))).toEqual(new Set(said));
});

test.each([
  [
    'the state of a minister',
    'The ceremony was attended by Norwegian Defence Minister Jens Holm.',
    'Norway',
  ],
  [
    'the state in the name of a body',
    'The exercise was hosted by the Royal Norwegian Navy.',
    'Norway',
  ],
  [
    'what was signed meanwhile',
    'The pact was signed during the visit by Norway and Chile.',
    'Norway',
  ],
  ['another place of the sentence', 'Jens Holm met Otto Lang, who was in Oslo.', 'at Oslo'],
  ['a meeting that was called off', 'Norway and Chile did not hold talks.', 'Norway'],
])('%s takes no part', (_, raw, no) => {
  expect(told(raw)).not.toContain(no);
});

test('what someone is ambassador to is no place of a meeting', () => {
  const raw = 'Jens Holm met the Norwegian ambassador to Chile in Peru.';
  const { text, entities } = readDocument('d', raw, null, LEXICON);
  const event = entities.find(({ kind }) => kind === 'Event')!;
  const facts = entities
    .filter(({ kind }) => kind === 'Country')
    .map((object) => ({
      type: 'HELD_IN' as const,
      subject: event,
      object,
      subjectMention: event.mentions[0]!,
      objectMention: object.mentions[0]!,
      confidence: 0.9,
      modality: 'asserted' as const,
    }));
  expect(withoutPostings(text, facts).map(({ object }) => object.name)).toEqual(['Norway', 'Peru']);
});

test('what the scorer found is not told twice', () => {
  const names = namesIn('The talks in Oslo failed.');
  const once = gatherings(names, []);
  expect(once).toHaveLength(1);
  expect(gatherings(names, once)).toEqual([]);
});
