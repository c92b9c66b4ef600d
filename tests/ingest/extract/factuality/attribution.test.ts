import { expect, test } from 'vitest';
import { attributionOf } from '../../../../src/ingest/extract/factuality/attribution.ts';
import { entityOf, mentionIn, plainText } from '../plain-text.ts';

test('who says so is whoever stands nearest to the verb, or whom "according to" names', () => {
  const text = plainText(
    'Ingrid Solheim said that Norway bought frigates.',
    'According to the Ministry of Trade it sold none.',
    'Norway bought frigates.',
  );
  const speaker = entityOf('Ingrid Solheim', [mentionIn(text, 'Person', 'Ingrid Solheim')]);
  expect(text.sentences.map(attributionOf(text, [speaker]))).toEqual([
    'Ingrid Solheim',
    'Ministry of Trade',
    null,
  ]);
});

test('a speaker who stands far from the verb said nothing', () => {
  const far = 'the frigates that were built over many years in yards along the coast';
  const text = plainText(`Ingrid Solheim saw ${far} and a report announced more.`);
  const speaker = entityOf('Ingrid Solheim', [mentionIn(text, 'Person', 'Ingrid Solheim')]);
  expect(attributionOf(text, [speaker])(text.sentences[0]!)).toBeNull();
});
