import { expect, test } from 'vitest';
import { joined } from '../../../../src/ingest/extract/encoder/join.ts';
import { findMentions } from '../../../../src/ingest/extract/mentions/mentions.ts';
import { readLexicon } from '../../../../src/ingest/lexicon/lexicon.ts';
import { readText } from '../../../../src/ingest/text/read.ts';
import type { EntityKind } from '../../../../src/model/kinds.ts';

const lexicon = readLexicon();

type Seen = readonly [kind: EntityKind, words: string, probability: number];

/** Mentions of a text, given what the encoder sees in it. */
function mentionsOf(raw: string, ...seen: readonly Seen[]) {
  const text = readText(raw);
  const spans = seen.map(([kind, words, probability]) => {
    const start = text.clean.indexOf(words);
    expect(start, words).toBeGreaterThanOrEqual(0);
    return { kind, start, end: start + words.length, probability };
  });
  return joined(text, findMentions(text, lexicon), { spans: () => spans }).map(
    ({ kind, text: words, rule, named, title }) => ({
      kind,
      words,
      rule,
      named,
      titled: title !== undefined,
    }),
  );
}

test('what the rules have nothing for is added, when it is sure enough for its kind', () => {
  const raw = 'Later okoro and the lakeside brigade took questions.';
  const found = mentionsOf(
    raw,
    ['Person', 'okoro', 0.6],
    ['Organisation', 'lakeside brigade', 0.4],
  );
  expect(found).toEqual([
    { kind: 'Person', words: 'okoro', rule: 'encoder', named: false, titled: false },
  ]);
});

test('countries and agreements are left to the rules', () => {
  const raw = 'Zubrowka and Ruritania signed the letter.';
  expect(
    mentionsOf(raw, ['Country', 'Zubrowka', 0.99], ['Agreement', 'letter', 0.99]).filter(
      ({ rule }) => rule === 'encoder',
    ),
  ).toEqual([]);
});

test('a name gets the bounds that the encoder sees, and keeps its title', () => {
  const raw = 'Defence Minister Ada Okoro Briefing opened the base.';
  expect(mentionsOf(raw).find(({ kind }) => kind === 'Person')?.words).toBe('Ada Okoro Briefing');
  expect(
    mentionsOf(raw, ['Person', 'Ada Okoro', 0.9]).filter(({ kind }) => kind === 'Person'),
  ).toEqual([{ kind: 'Person', words: 'Ada Okoro', rule: 'title', named: false, titled: true }]);
  expect(
    mentionsOf(raw, ['Person', 'Ada Okoro', 0.5]).find(({ kind }) => kind === 'Person')?.words,
  ).toBe('Ada Okoro Briefing');
});

test('what a lexicon names stays as it is', () => {
  const raw = 'Troops of the Royal Air Force Regiment left.';
  const named = mentionsOf(raw).filter(({ rule }) => rule.startsWith('lexicon'));
  expect(named.length).toBeGreaterThan(0);
  expect(mentionsOf(raw, ['Organisation', 'Air Force Regiment', 0.99])).toEqual(
    expect.arrayContaining(named),
  );
});

test('pieces of a word are the whole word, once', () => {
  const raw = 'The sazanami left the port.';
  expect(
    mentionsOf(raw, ['WeaponSystem', 'saza', 0.9], ['WeaponSystem', 'nami', 0.9]).filter(
      ({ kind }) => kind === 'WeaponSystem',
    ),
  ).toEqual([
    { kind: 'WeaponSystem', words: 'sazanami', rule: 'encoder', named: false, titled: false },
  ]);
});

test('an event is named when it has the look of a name', () => {
  const raw = 'They saw AUSTRA HIND and a flypast.';
  expect(
    mentionsOf(raw, ['Event', 'AUSTRA HIND', 0.9], ['Event', 'flypast', 0.9])
      .filter(({ kind }) => kind === 'Event')
      .map(({ words, named }) => [words, named]),
  ).toEqual([
    ['AUSTRA HIND', true],
    ['flypast', false],
  ]);
});

test('a word that is no event here is not added as one', () => {
  const raw = 'Ann Berg called Jens Holm a friend. They clinked glasses.';
  const added = mentionsOf(raw, ['Event', 'called', 0.9], ['Event', 'clinked', 0.9]);
  expect(added.filter(({ kind }) => kind === 'Event').map(({ words }) => words)).toEqual([
    'clinked',
  ]);
});

test('a full stop behind a name is no part of it, unless the name is shortened by it', () => {
  const words = (raw: string, seen: string) =>
    mentionsOf(raw, ['Person', seen, 0.9]).map((mention) => mention.words);
  expect(words('Then came okoro. The rest stayed.', 'okoro.')).toContain('okoro');
  expect(words('Then came okoro Jr. with the rest.', 'okoro Jr.')).toContain('okoro Jr.');
});
