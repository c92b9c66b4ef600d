import { beforeAll, describe, expect, test } from 'vitest';
import { extract, type FastExtractor, loadExtractor } from '../../../src/ingest/extract/extract.ts';
import type { Extraction } from '../../../src/model/extraction.ts';

let extractor: FastExtractor;
beforeAll(() => {
  extractor = loadExtractor();
});

function read(raw: string, publishedOn: string | null = null): Extraction {
  return extract(
    {
      id: 'document:test',
      source: 'test.txt',
      raw,
      title: null,
      url: null,
      publisher: null,
      publishedOn,
      language: null,
    },
    extractor,
  );
}
function facts({ statements, entities }: Extraction): string[] {
  const name = (key: string | null) => entities.find((entity) => entity.key === key)?.name;
  return statements
    .filter(({ type }) => type !== 'PROPERTY')
    .map(
      ({ type, subject, object, modality }) =>
        `${name(subject)} ${type} ${name(object)} (${modality})`,
    );
}

const SALE = `US clears missile sale to Norway

The State Department has approved a possible Foreign Military Sale to Norway of 60 FGM-148 Javelin missiles for an estimated cost of $24 million. The Defense Security Cooperation Agency notified Congress of the sale on March 3, 2024.

Defence Minister Bjørn Arild Gram of Norway met Secretary of Defense Lloyd Austin in Oslo, Norway, on Tuesday. Lloyd Austin is set to visit Kyiv next week. Lockheed Martin manufactures the FGM-148 Javelin.
`;

describe('an article', () => {
  test('gives entities, relationships and properties, each with its sentence', () => {
    const extraction = read(SALE, '2024-03-06');
    expect(facts(extraction)).toEqual(
      expect.arrayContaining([
        'Lockheed Martin MANUFACTURES FGM-148 Javelin (asserted)',
        'Oslo LOCATED_IN Norway (asserted)',
      ]),
    );
    const said = extraction.statements
      .filter(({ type }) => type === 'PROPERTY')
      .map(({ property, value }) => `${property}=${value}`);
    expect(said).toEqual(expect.arrayContaining(['value=24000000', 'stage=approved']));
  });

  test('states and what a lexicon knows have their ids elsewhere, others none', () => {
    const { entities } = read(SALE, '2024-03-06');
    const idsOf = (called: string) => entities.find(({ name }) => name === called)?.externalIds;
    expect(idsOf('Norway')).toEqual(['iso3166-1:NO']);
    expect(idsOf('Lockheed Martin')).toEqual(['wikidata:Q7240']);
    expect(idsOf('Lloyd Austin')).toEqual([]);
  });

  test('quotes hold both ends of what they say, and are copies of the text', () => {
    const { text, statements } = read(SALE, '2024-03-06');
    expect(statements.length).toBeGreaterThan(5);
    for (const { quote, spans } of statements) {
      expect(text.slice(quote.start, quote.end).trim()).not.toBe('');
      for (const span of [spans.subject, spans.object])
        if (span) expect(quote.start <= span.start && span.end <= quote.end).toBe(true);
    }
  });

  test('says the same every time', () => {
    expect(JSON.stringify(read(SALE))).toBe(JSON.stringify(read(SALE)));
  });
});

test('mojibake is repaired, and offsets lead back to the source', () => {
  const clean =
    'The Indian Army’s chief, General Upendra Dwivedi, visited Tokyo on Monday. He met officials of the Japan Ground Self-Defense Force.';
  const scrambled = clean.replaceAll('’', 'тАЩ');
  const { text, entities } = read(scrambled);
  expect(text).toContain('Army’s chief');
  const dwivedi = entities.find(({ kind }) => kind === 'Person')!;
  expect(scrambled.slice(dwivedi.mentions[0]!.rawStart, dwivedi.mentions[0]!.rawEnd)).toBe(
    'Upendra Dwivedi',
  );
});

test.each(['\u00ad', '&shy;'])('a soft hyphen (%j) vanishes, and offsets lead back', (soft) => {
  const raw = `Grü${soft}ne ministers of Den${soft}mark flew to Fin${soft}land and met Sweden’s envoy.`;
  const { text, entities } = read(raw);
  expect(text).toBe('Grüne ministers of Denmark flew to Finland and met Sweden’s envoy.');
  const spans = entities
    .filter(({ kind }) => kind === 'Country')
    .map(({ mentions: [at] }) => raw.slice(at!.rawStart, at!.rawEnd));
  expect(spans).toEqual([`Den${soft}mark`, `Fin${soft}land`, 'Sweden']);
});

test('other languages, paywalls and empty pages give no facts, and say why', () => {
  const german =
    'Die Bundesregierung und das Königreich Norwegen haben am Montag in Berlin ein Abkommen über den Bau von Unterseebooten unterzeichnet. Der Minister sagte, dass die Zusammenarbeit weiter vertieft werden solle und beide Länder davon profitieren.';
  expect(read(german)).toMatchObject({
    skipped: 'not in English (it seems to be German)',
    statements: [],
  });
  expect(
    read(
      'Subscribe now to continue reading this article. Already a member? Sign in to read the full story of the fighter deal between the two countries.',
    ),
  ).toMatchObject({ entities: [], statements: [] });
  for (const page of [
    '404\n\nThe page you are looking for has moved. Read: Raytheon wins contract; Iran strikes Israel.',
    'Sign in\n\nForgot your password? Write to Janes Group in London, United Kingdom.',
    'F-16 model kit by Tamiya, made in Japan. Add to cart. Ships to the United States.',
  ])
    expect(read(page)).toMatchObject({
      skipped: 'a paywall, a bot check or a page of the site, not an article',
      statements: [],
    });
  expect(read(' \n ')).toMatchObject({ skipped: 'empty' });
});

test.each([
  ['100,000 open divs', '<div>'.repeat(100_000)],
  ['a line of a megabyte', 'Lockheed Martin '.repeat(65_000)],
  [
    '500 combining marks',
    `Minister ${'e\u0301'.repeat(500)} met the president of France in Paris. `.repeat(3),
  ],
  ['an entity bomb', '&amp;'.repeat(200_000)],
  ['open brackets', '('.repeat(50_000)],
])('%s ends in time', (_, raw) => {
  const start = performance.now();
  expect(() => read(raw)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(25_000);
});

test('a quotation is of one paragraph, never of a headline and a sentence', () => {
  const { text, statements } = read(
    'Norway and Denmark sign a defence pact\n\nThe Norwegian Defence Minister, Lars Holm, met the Danish Defence Minister, Eva Berg, in Oslo on Monday.\n\nThe pact was signed there. It covers twelve F-35 jets.',
  );
  const quotes = statements
    .filter(({ type }) => type !== 'HOLDS_POSITION' && type !== 'PROPERTY')
    .map(({ quote }) => text.slice(quote.start, quote.end));
  expect(quotes.length).toBeGreaterThan(1);
  for (const quote of quotes) expect(quote).not.toMatch(/ {2}/);
});

test('the text keeps its paragraphs, and every span its place', () => {
  const raw =
    'Norway orders frigates\r\n\r\nLars Holm met Eva Berg in Oslo on 3 May 2024.  They signed\na pact.\n\n- Item one\n- Item two';
  const { text, statements } = read(raw);
  expect(text.split(/\n+/)).toEqual([
    'Norway orders frigates',
    'Lars Holm met Eva Berg in Oslo on 3 May 2024.  They signed a pact.',
    '- Item one',
    '- Item two',
  ]);
  expect(text.length).toBe(raw.length);
  expect(statements.length).toBeGreaterThan(0);
  for (const { quote } of statements)
    expect(text.slice(quote.start, quote.end)).toBe(raw.slice(quote.rawStart, quote.rawEnd));
});
