import { expect, test } from 'vitest';
import { findMentions } from '../../../../src/ingest/extract/mentions/mentions.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import { readText } from '../../../../src/ingest/text/read.ts';

const lexicon = readLexicon();
const mentionsOf = (text: string, wanted: string) =>
  findMentions(readText(text), lexicon)
    .filter(({ kind }) => kind === wanted)
    .map(({ text: words }) => words);

test('the defence of a state before an office is no body', () => {
  const text = 'The Norwegian Defence Minister, Ola Berg, met the UK Defence Secretary, Ann Hill.';
  expect(mentionsOf(text, 'Organisation')).toEqual([]);
  expect(mentionsOf('The Norwegian Army Chief, Ola Berg, spoke.', 'Organisation')).toEqual([
    'Norwegian Army',
  ]);
});

test('a quarter, a half-year and a designation are no places', () =>
  expect(
    mentionsOf('They signed in Szohod in Q3 2022 and in H1, and came in F16 jets.', 'Place'),
  ).toEqual(['Szohod']));
