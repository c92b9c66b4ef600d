import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/ingest/extract/document.ts';
import { gatherings } from '../../../../src/ingest/extract/relations/gatherings.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';

const LEXICON = readLexicon();
const told = (raw: string) => {
  const { text, entities } = readDocument('d', raw, '2025-11-14', LEXICON);
  return gatherings(text, entities, []).map(({ type, subject, object }) =>
    type === 'HELD_IN' ? `at ${object.name}` : subject.name,
  );
};

test.each([
  ['Norway, Chile and Peru recently held trilateral talks.', ['Chile', 'Norway', 'Peru']],
  ['Norway and Chile are conducting a naval exercise.', ['Chile', 'Norway']],
  ['They praised the summit in Oslo between Chile and Peru.', ['Chile', 'Peru', 'at Oslo']],
  ['They condemned attacks against Chile by Peru.', ['Peru']],
  ['The exercise was hosted by Norway.', ['Norway']],
  ['The talks last week in Oslo failed.', ['at Oslo']],
  ['Minister Jens Holm met General Otto Lang in Oslo on Monday.', ['at Oslo']],
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

test('what the scorer found is not told twice', () => {
  const { text, entities } = readDocument('d', 'The talks in Oslo failed.', null, LEXICON);
  const once = gatherings(text, entities, []);
  expect(once).toHaveLength(1);
  expect(gatherings(text, entities, once)).toEqual([]);
});
