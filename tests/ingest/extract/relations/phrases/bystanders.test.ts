import { describe, expect, test } from 'vitest';
import { withoutBystanders } from '../../../../../src/ingest/extract/relations/phrases/bystanders.ts';
import type { RelationMention } from '../../../../../src/ingest/extract/vocabulary.ts';
import { entityOf, mentionIn, plainText } from '../../plain-text.ts';

/** The persons who are left of Ida Kvist and Olav Ruud, both of whom are said to have signed. */
function signersIn(words: string): string[] {
  const text = plainText(words);
  const pact = mentionIn(text, 'Agreement', 'Straits Pact');
  const agreement = entityOf('Straits Pact', [pact]);
  const facts = ['Ida Kvist', 'Ruud'].map((name): RelationMention => {
    const start = words.lastIndexOf(name);
    const mention = { ...mentionIn(text, 'Person', name), start, end: start + name.length };
    return {
      type: 'SIGNED',
      subject: entityOf(name, [mention]),
      object: agreement,
      subjectMention: mention,
      objectMention: pact,
      confidence: 0.6,
      modality: 'asserted',
    };
  });
  return withoutBystanders(text, facts).map(({ subject }) => subject.name);
}

describe('who only met the one who signs does not sign', () => {
  test.each([
    'Ida Kvist met Olav Ruud in Skagen. Ruud afterwards signed the Straits Pact.',
    'Ida Kvist met Olav Ruud of Norway, who then signed the Straits Pact.',
    'Ida Kvist told reporters that Ruud had later signed the Straits Pact.',
    'Ida Kvist hosted Ruud, who signed the Straits Pact.',
  ])('%s', (words) => expect(signersIn(words)).toEqual(['Ruud']));
});

describe('those who sign together stay', () => {
  test.each([
    'Ida Kvist and Olav Ruud signed the Straits Pact.',
    'Ida Kvist met Ruud and signed the Straits Pact.',
    'Ida Kvist met Olav Ruud. Both, she and Ruud, signed the Straits Pact.',
    'Ida Kvist told reporters that she and Olav Ruud signed the Straits Pact.',
    'Ida Kvist met Olav Ruud. Ruud then signed the Straits Pact with his guest.',
    'Ida Kvist of Denmark, Olav Ruud of Norway signed the Straits Pact.',
  ])('%s', (words) => expect(signersIn(words)).toEqual(['Ida Kvist', 'Ruud']));
});
