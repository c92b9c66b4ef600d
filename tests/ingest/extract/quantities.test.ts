import { expect, test } from 'vitest';
import { readDocument } from '../../../src/ingest/extract/document.ts';
import type { Fact } from '../../../src/ingest/extract/facts.ts';
import { readLexicon } from '../../../src/ingest/extract/lexicon.ts';
import { relationshipProperties } from '../../../src/ingest/extract/properties.ts';

const LEXICON = readLexicon();

/** How many of the first weapon system of a text the first country operates. */
function quantityIn(raw: string): unknown {
  const document = readDocument('d', raw, null, LEXICON);
  const from = document.entities.find(({ kind }) => kind === 'Country')!;
  const to = document.entities.find(({ kind }) => kind === 'WeaponSystem')!;
  const [a, b] = [from.mentions[0]!, to.mentions[0]!];
  const fact: Fact = { type: 'OPERATES', from, to, a, b, confidence: 1 };
  return relationshipProperties(document, fact).quantity;
}

test.each([
  ['Oman ordered 14 Eurofighter Typhoon jets.', 14],
  ['Oman ordered a dozen Eurofighter Typhoon jets.', 12],
  ['Oman signed a Rs 70 billion contract for Eurofighter Typhoon jets.', undefined],
  ['Oman paid USD 70 for Eurofighter Typhoon jets.', undefined],
  ['On 9 June Oman ordered Eurofighter Typhoon jets.', undefined],
  ['On June 9 Oman ordered Eurofighter Typhoon jets.', undefined],
  ['In 3 years Oman will operate Eurofighter Typhoon jets.', undefined],
  ['Within two years Oman got Eurofighter Typhoon jets.', undefined],
])('sums, dates and terms count no weapons: %s', (raw, quantity) =>
  expect(quantityIn(raw)).toBe(quantity),
);
