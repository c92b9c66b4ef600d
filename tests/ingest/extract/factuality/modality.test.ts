import { expect, test } from 'vitest';
import { modalityOf } from '../../../../src/ingest/extract/factuality/modality.ts';

test.each([
  ['SIGNED', 'the two countries signed the pact', 'asserted'],
  ['SIGNED', 'plan to sign the pact next month', 'planned'],
  ['SIGNED', 'the pact is set to be signed', 'planned'],
  ['SIGNED', 'if the two countries sign the pact', 'planned'],
  ['SIGNED', 'asked if they had met, he said that he signed the pact', 'asserted'],
  ['SIGNED', 'has not signed any contract', 'denied'],
  ['PARTY_TO', 'under the pact an assault on one is to be seen as an assault on both', 'asserted'],
  ['SIGNED', 'the pact shall be deemed void and will be signed anew', 'planned'],
  ['SIGNED', 'is to be regarded as the heart of the pact that they signed', 'asserted'],
  ['SOLD_TO', 'has reportedly sold missiles', 'rumoured'],
  ['SOLD_TO', 'denied that it had sold missiles', 'denied'],
  ['SOLD_TO', 'denying that it had sold missiles', 'denied'],
  ['SIGNED', 'denying reports, the ministry confirmed that it signed the pact', 'asserted'],
  ['HOLDS_POSITION', 'Swedish Defence Minister Pål Jonson denied the claim', 'asserted'],
  ['HOLDS_POSITION', 'Admiral Lee, chief of the navy, reportedly left', 'asserted'],
  ['PARTICIPATED_IN', 'will take part in the exercise', 'asserted'],
  ['PLANS_TO_ACQUIRE', 'plans to buy frigates', 'asserted'],
] as const)('%s: %s is %s', (type, words, modality) =>
  expect(modalityOf(type, words)).toBe(modality),
);
