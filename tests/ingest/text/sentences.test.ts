import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/ingest/text/read.ts';

function sentencesOf(raw: string): string[] {
  const { clean, sentences } = readText(raw);
  return sentences.map(({ start, end }) => clean.slice(start, end).replace(/\s+/g, ' '));
}

/** A bar shows where a sentence ends; none stands behind an abbreviation that goes on. */
describe('sentences end where the words do', () => {
  test.each([
    'Rep. the Hon. John Baker met her.|They spoke.',
    'The Rt. Hon. Anna Bell spoke.|It went well.',
    'Sen. Hill and Gov. Ray met Adm. Stone.|They agreed.',
    'He met Lt. Gen. Park in the U.S.|The talks went well.',
    'Maj. Gen. (ret.) Omar Haddad came.|He left.',
    'Brig. Gen. Otto Lang and Lt. Col. Eva Berg came.|They left.',
    'Messrs. Hill and Ray signed.|Both left.',
    'Boeing Co. won it.|Acme Corp. and Bolt Inc. lost.',
    'It was signed with Acme Corp.|The deal is large.',
    'He sold it to Bolt Inc.|In May it was signed.',
    'No. 5 Squadron left.|The answer is No.|The deal is off.',
    'See Art. 5 of the treaty.|He studied Art.|The rest is known.',
    'They came at 5 p.m.|The two spoke.',
    'Jets, tanks, etc.|They were sold.',
    'John F. Holm met J. R. Berg.|They spoke.',
    'It was plan B.|The plan failed.',
    'A U.S. Foreign Military Sales case.|It was signed.',
    'The U.S. Army bought it.|The U.K. Navy did too.',
    'It came from Tampa, Fla.|The rest is from Va. and Md. yards.',
    'It ends in Dec.|The rest follows in Sept. 2025.',
    'They met.|Élodie Marchand said no.|Łukasz Nowak agreed.',
    'He asked “Why?”|“Because.”|They left.',
    'Work cost $1.5 million vs. $2.5 million.|It ended.',
    'St. Petersburg and Ft. Wayne are towns.|They are far.',
    'Dato. Azman met Smt. Rao.|They spoke.',
    'Acme Sdn. Bhd. won.|Bolt Pty. Ltd. lost.',
    'He retired as Prof. Dr. Lang Jr.|His son did not.',
    'They met on Tue. March 5 in Oslo.|He sat.|March came.',
    'It cost Rs. 2,500 crore.|He paid 600 Mio. Euro.|The rest came.',
    'Is it so?|No!|It is not…|They left.',
  ])('%s', (marked) => expect(sentencesOf(marked.replaceAll('|', ' '))).toEqual(marked.split('|')));
});

test('scripts, styles and rules between paragraphs say nothing', () =>
  expect(
    sentencesOf(
      '---\n\nHolm met Berg.\n\n<script type="a">var t = "China met Egypt.";</script>\n\n<STYLE>p { color: red }</STYLE>\n\nThey spoke. <script>Open.',
    ),
  ).toEqual(['Holm met Berg.', 'They spoke.', 'Open.']));

describe('what stands in lines of its own is no one sentence', () => {
  test('a headline and the paragraph in the next line', () =>
    expect(
      sentencesOf(
        'Norway to buy twelve frigates from a yard of the south\nThe minister of defence, Lars Holm, said on Monday that the ships will be built in the yard of the town.',
      ),
    ).toHaveLength(2));
  test.each([
    [
      'a hard blank joins the words that did not fit',
      'Today the adviser of the prime minister, Lars Holm, and the Foreign\nMinister\u00a0Anna-Sofia Bergstrom held a call with the head of the office of\nthe president.',
    ],
    [
      'markup took the room',
      'Officials of the two states took part in the fourth yearly talks of their\n<em>Council</em> on the defence of the north, and spoke of what they plan to do in\nthe year to come.',
    ],
    [
      'the words go on',
      'The minister met the chief of the staff of the navy and the head of\nprocurement, and they spoke of frigates, of aircraft and of what the yards of\nthe south can build.',
    ],
  ])('lines of a fixed width are one sentence where %s', (_, raw) =>
    expect(sentencesOf(raw)).toHaveLength(1),
  );
  test('a headline above lines of a fixed width', () =>
    expect(
      sentencesOf(
        'Norway to buy twelve frigates from the yard\nThe minister of defence said on Monday that the ships will be built in\nthe yard of the town, and that the first of them will be delivered in\n2029. He spoke in Oslo.',
      ),
    ).toEqual([
      'Norway to buy twelve frigates from the yard',
      'The minister of defence said on Monday that the ships will be built in the yard of the town, and that the first of them will be delivered in 2029.',
      'He spoke in Oslo.',
    ]));
  test.each([
    [
      'cells between tabs',
      'Country\tSystem\nNorway\tF-35',
      ['Country', 'System', 'Norway', 'F-35'],
    ],
    [
      'cells between bars',
      '| Country | Jet |\n|---|---|\n| Norway | F-35 |',
      ['Country', 'Jet', 'Norway', 'F-35'],
    ],
    [
      'items',
      '- first item\n- second item\n• third item',
      ['first item', 'second item', 'third item'],
    ],
    ['items without marks', 'first item\nsecond item', ['first item', 'second item']],
  ])('%s', (_, raw, sentences) => expect(sentencesOf(raw)).toEqual(sentences));
  test('one bar is no table', () =>
    expect(sentencesOf('Norway buys jets | Wire')).toEqual(['Norway buys jets | Wire']));
});

describe('furniture of a page is no sentence, and a sentence of substance no furniture', () => {
  test.each([
    ['Share this burden fairly, the minister told the allies in Oslo on Monday, or lose it.', true],
    ['Recommended by the committee, the purchase of 12 jets was approved on Monday.', true],
    ['Related work on the frigates will be done in Bergen by the yard of the navy.', true],
    ['Subscribers to the fund, Norway and Denmark, will pay for the jets, officials said.', true],
    ['Sign up of the last two members to the pact is expected in Oslo in the spring.', true],
    ['Copyright of the plans of the frigate stays with the yard of Bergen, officials said.', true],
    [
      'Published reports that Norway would buy twelve jets from the yard were denied on Monday.',
      true,
    ],
    [
      'Cookies were found on the servers, the spokesman said, and the army must share its data.',
      true,
    ],
    [
      'Share this article on the networks of the world, as all of the readers do it every day.',
      false,
    ],
    ['Share this on Facebook', false],
    [
      'Subscribe to our newsletter to get the latest news of the day in your inbox, free of charge.',
      false,
    ],
    ['Sign up for the early brief', false],
    [
      'Related: Norway buys twelve jets from the yard of Bergen, and Denmark the rest of them.',
      false,
    ],
    [
      'Copyright 2024 Wire. All rights reserved. This may not be published or broadcast by anyone.',
      false,
    ],
    ['Advertisement', false],
    ['Also read: Norway buys jets', false],
    ['Tags: Norway, jets', false],
    [
      '(Reporting by Eva Berg in Oslo and Otto Lang in Berlin; editing by Anna Bell of the desk.)',
      false,
    ],
    ['Updated on Monday', false],
    ['Leave a comment', false],
  ])('%s', (line, kept) => expect(sentencesOf(line).length > 0).toBe(kept));
});

test('a line of marks alone belongs to no sentence', () => {
  expect(sentencesOf('Talks begin\n=====\n\nHolm met Berg.\n\n* * *\n\nThey spoke.')).toEqual([
    'Talks begin',
    'Holm met Berg.',
    'They spoke.',
  ]);
});
