import { expect, test } from 'vitest';
import { extract, loadExtractor } from '../../../../src/ingest/extract/extract.ts';
import type { SourceDocument } from '../../../../src/model/extraction.ts';

const extractor = loadExtractor();

function factsOf(raw: string) {
  const source = { id: 'd', source: 'd.txt', title: null, url: null, publisher: null };
  const { statements, skipped } = extract(
    { ...source, raw, publishedOn: '2025-06-01', language: null } as SourceDocument,
    extractor,
  );
  return { facts: statements.map(({ type }) => type), skipped };
}

const HEADLINES = [
  'Norway signs frigate deal with Denmark in Oslo',
  'Ana Rojas of Chile meets Peruvian counterpart in Lima',
  'Sweden to buy 20 Gripen fighters from Saab',
  'India and France hold naval exercise off Goa',
  'US approves sale of Javelin missiles to Estonia',
];
const TEASERS = [
  'Norway and Denmark signed an agreement on frigates in Oslo on Monday.',
  'Ana Rojas and Luis Vega met in Lima to talk about patrols at sea.',
  'The Swedish government plans to order twenty jets from Saab.',
];
const teased = (beside: readonly string[]) =>
  TEASERS.map((teaser, at) => [HEADLINES[at], beside[at % beside.length], teaser].join('\n'));

test.each([
  ['headlines', ['Defence', ...HEADLINES]],
  ['numbered headlines', ['Top stories', ...HEADLINES.map((line, at) => `${at + 1}. ${line}`)]],
  ['headlines with times', ['Latest', ...teased(['3 hours ago', 'Yesterday']), 'Load more']],
  [
    'a page of a tag',
    ['Tag: frigates', ...teased(['By Ann Bell | March 4, 2025']), '1 2 3 … 9 Next'],
  ],
  ['found by a search', ['Found', ...teased(['Europe', 'Asia']), 'Next page']],
  [
    'an advert',
    ['The drone that pilots in Germany fly is now on sale to Canada. Order today, free shipping.'],
  ],
  [
    'an advert of a meeting',
    [
      'Join us on 12 June 2025 in London with General Otto Lang and Saab. Register now. Early bird tickets.',
    ],
  ],
  [
    'a sign-up box',
    [
      'Our newsletter tells who meets President Donald Trump in Washington. Sign up, it is in your inbox daily.',
    ],
  ],
  [
    'a paywall below its first words',
    [
      'The Swedish government plans to order twenty Gripen fighters from Saab.',
      'Become a member to read the rest of this story by our reporters in Germany. Start your free trial.',
    ],
  ],
  [
    'a notice of cookies',
    [
      'With your consent our 842 partners, Meta Platforms of the United States among them, store cookies.',
      'Manage preferences',
    ],
  ],
  [
    'a ticker',
    [
      '14:32 US Secretary of State Marco Rubio arrives in Geneva.',
      '14:20 Delegates of Ukraine meet US officials.',
      '13:31 Germany and France call for a truce.',
      '12:47 President Zelenskyy speaks with Emmanuel Macron.',
    ],
  ],
])('%s: no facts', (_, lines) => {
  expect(factsOf(lines.join('\n\n')).facts).toEqual([]);
});

const REPORT = `Norway and Denmark sign a pact on frigates

Norway and Denmark signed an agreement on frigates in Oslo on Monday.

"Sign up now, in your inbox," said Defence Minister Jens Holm of Norway.`;

test('links to other pages around a report give nothing; the report gives its own', () => {
  const more = [
    'Most read',
    ...HEADLINES.slice(1, 4),
    'Share via Email',
    'More from Asia',
    HEADLINES[4],
  ];
  const alone = factsOf(REPORT);
  expect(alone.facts).toContain('SIGNED');
  expect(factsOf(`${REPORT}\n\n${more.join('\n')}`)).toEqual(alone);
});

test('why a page is not read is told', () => {
  expect(factsOf(['Latest', ...HEADLINES, ...HEADLINES].join('\n\n')).skipped).toMatch(
    /^a list of links/,
  );
  expect(factsOf(REPORT).skipped).toBeNull();
});

test.each([
  [
    'rows of data',
    [
      'Chile: 46 F-16 fighters, ten bought new',
      'Peru: 19 MiG-29 fighters',
      'Brazil: 36 Gripen on order',
      'Iraq: 24 T-50 trainers delivered',
    ],
  ],
  [
    'people who came',
    [
      'Ana Rojas, minister of defence of Chile',
      'Otto Lang, chief of staff of the army',
      'Jens Holm, minister of Norway',
      'Eva Berg, secretary of state',
    ],
  ],
  [
    'lines that go on',
    [
      'The minister of Norway and his host in',
      'Oslo spoke of the frigates that the',
      'Danes had ordered, of their price and',
      'of what the yard in Bergen could build',
    ],
  ],
])('%s are no links', (_, lines) => {
  const { skipped } = factsOf(`Of the day\n\n${lines.join('\n\n')}`);
  expect(skipped).toBeNull();
});

test('a numbered list of what is read most gives nothing, written as paragraphs', () => {
  const items = HEADLINES.map((line, at) => `${at + 1}. ${line}`);
  const { facts, skipped } = factsOf(['# Most read this week', ...items].join('\n\n'));
  expect(facts).toEqual([]);
  expect(skipped).not.toBeNull();
});

test('numbered paragraphs of a statement are its text', () => {
  const { skipped } = factsOf(
    HEADLINES.map((line, at) => `${at + 1}. ${line}, said the minister.`).join('\n\n'),
  );
  expect(skipped).toBeNull();
});
