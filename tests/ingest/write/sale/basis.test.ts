import { expect, test } from 'vitest';
import { basisOf } from '../../../../src/ingest/write/sale/basis.ts';
import type { ExtractedStatement } from '../../../../src/model/extraction.ts';
import type { Modality } from '../../../../src/model/kinds.ts';
import { entityTold } from '../../told-parts.ts';

/** A sentence whose sum stands in brackets, and what else its document says of the sale. */
function basisIn(marked: string, modality: Modality = 'asserted', stage: string | null = null) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const quote = { start: 0, end: text.length, rawStart: 0, rawEnd: text.length };
  const sale = entityTold('e1', 'ArmsSale', 'the sale');
  const said = (property: string, value: string): ExtractedStatement => ({
    ...{ type: 'PROPERTY', subject: sale.key, object: null, property, value, properties: {} },
    ...{ quote, confidence: 0.9, modality, attribution: null },
    spans: { subject: { start: 0, end: 3 }, object: { start, end } },
  });
  const value = said('value', '1');
  return basisOf(text, value, stage === null ? [value] : [value, said('stage', stage)]);
}

test.each([
  ['The State Department approved a possible sale worth an estimated [$2.8 billion].', 'ceiling'],
  ['The firm was awarded a contract worth up to [$500 million].', 'ceiling'],
  ['The firm was awarded a [$412 million] contract for radars.', 'contract'],
  ['Norway signed for the radars in May, at [$412 million].', 'contract'],
  ['Norway paid [$80 million] for the radars.', 'paid'],
  ['Norway paid a first instalment of [$80 million] for the radars.', 'reported'],
  ['The deal is said to be worth [$3 billion].', 'reported'],
])('%s', (marked, basis) => {
  expect(basisIn(marked)).toBe(basis);
});

test.each([
  ['approved', 'asserted', 'ceiling'],
  ['proposed', 'asserted', 'ceiling'],
  ['contracted', 'asserted', 'contract'],
  ['contracted', 'planned', 'reported'],
  ['delivered', 'asserted', 'reported'],
] as const)(
  'where no word says so it is told by the stage beside it: %s, %s',
  (stage, modality, basis) => {
    expect(basisIn('The helicopters for Norway, [$412 million].', modality, stage)).toBe(basis);
  },
);

test('a contract that is planned has no price yet, and other properties have no basis', () => {
  expect(basisIn('Norway wants to sign a [$412 million] contract.', 'planned')).toBe('reported');
});
