import { expect, test } from 'vitest';
import { readCarefully, readWithoutNames } from '../../../../src/ingest/extract/document.ts';
import { Encoder } from '../../../../src/ingest/extract/encoder/encoder.ts';
import { VOCABULARY_FILE } from '../../../../src/ingest/extract/encoder/files.ts';
import { pairRows } from '../../../../src/ingest/extract/encoder/pair-rows.ts';
import { tokensOf } from '../../../../src/ingest/extract/encoder/tokens.ts';
import { readVocabulary } from '../../../../src/ingest/extract/encoder/wordpiece.ts';
import {
  type Candidate,
  findCandidates,
} from '../../../../src/ingest/extract/relations/candidates.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import { KIND_NAMES } from '../../../../src/model/kinds.ts';
import { entityOf, mentionIn, plainText } from '../plain-text.ts';

const text = plainText('France met Japan.', 'They signed a treaty with New Zealand.');
const vocabulary = readVocabulary(VOCABULARY_FILE);

function candidate(subject: string, object: string, more: Partial<Candidate> = {}): Candidate {
  const [subjectMention, objectMention] = [
    mentionIn(text, 'Country', subject),
    mentionIn(text, 'Agreement', object),
  ];
  return {
    type: 'SIGNED',
    subject: entityOf(subject, [subjectMention]),
    object: entityOf(object, [objectMention]),
    subjectMention,
    objectMention,
    window: 'same',
    ...more,
  };
}

test('a row tells where both mentions are, in what, and how far apart', () => {
  const rowOf = pairRows(text, tokensOf(text, vocabulary));
  const kinds = KIND_NAMES.indexOf('Country') * KIND_NAMES.length + KIND_NAMES.indexOf('Agreement');
  expect(rowOf(candidate('New Zealand', 'treaty'))).toEqual([9, 10, 7, 7, 8, 9, 4, 12, kinds, 14]);
  expect(rowOf(candidate('France', 'treaty', { window: 'next' }))).toEqual([
    0,
    0,
    7,
    7,
    1,
    7,
    0,
    12,
    kinds,
    28,
  ]);
});

test('nested mentions have nothing between them, and one without tokens has no row', () => {
  const rowOf = pairRows(text, tokensOf(text, vocabulary));
  expect(rowOf(candidate('New Zealand', 'Zealand'))!.slice(4, 6)).toEqual([11, 11]);
  const nowhere = candidate('France', 'treaty');
  expect(rowOf({ ...nowhere, objectMention: { ...nowhere.objectMention, end: 0 } })).toBeNull();
});

const lexicon = readLexicon();
const encoder = new Encoder();

async function judged(raw: string) {
  const plain = readWithoutNames('d', raw, null, { language: null, url: null });
  const { text, entities, reading } = await readCarefully(plain, lexicon, encoder);
  const candidates = findCandidates(text, entities);
  return { candidates, logits: await encoder.judge(text, reading!, candidates) };
}

test('what is stated is likelier than what is not', async () => {
  const { candidates, logits } = await judged(
    'Poland’s Defence Minister Jan Kowalczyk met Norwegian troops. Sweden signed a defence agreement with Finland on Friday, he said.',
  );
  const logitOf = (subject: string, object: string) => {
    const found = candidates.filter(
      (one) =>
        one.type === 'HOLDS_POSITION' && one.subject.name === subject && one.object.name === object,
    );
    return Math.max(...found.map((one) => logits.get(one)!));
  };
  const held = logitOf('Jan Kowalczyk', 'Poland');
  expect(held).toBeGreaterThan(0);
  expect(held).toBeGreaterThan(logitOf('Jan Kowalczyk', 'Norway') + 2);
  expect(logits.size).toBe(candidates.length);
});

test('where nothing is named, nothing is judged', async () => {
  expect((await judged('Nobody said anything.')).logits.size).toBe(0);
});

test('many pairs are judged in several runs', async () => {
  const raw = 'Minister Ada Okoro of Ghana met Minister Jan Kowalczyk of Poland in Oslo. ';
  const some = await judged(raw.repeat(60));
  expect(some.candidates.length).toBeGreaterThan(300);
  expect(some.logits.size).toBe(some.candidates.length);
  for (const logit of some.logits.values()) expect(Math.abs(logit)).toBeLessThan(20);
}, 60_000);
