import { expect, test } from 'vitest';
import { withoutFalseBuyers } from '../../../../src/ingest/extract/relations/buyers.ts';
import type { Entity, RelationMention } from '../../../../src/ingest/extract/vocabulary.ts';
import { entityOf, mentionIn, plainText } from '../plain-text.ts';

const text = plainText('Sweden, a partner of Finland, announced the sale of radars to Norway.');
const end = (kind: Entity['kind'], name: string): Entity =>
  entityOf(name, [mentionIn(text, kind, name)]);
const sale = end('ArmsSale', 'sale of radars');
const soldTo = (object: Entity): RelationMention => ({
  type: 'SOLD_TO',
  subject: sale,
  object,
  subjectMention: sale.mentions[0]!,
  objectMention: object.mentions[0]!,
  confidence: 0.8,
  modality: 'asserted',
});
const [norway, finland, sweden] = ['Norway', 'Finland', 'Sweden'].map((name) =>
  end('Country', name),
) as [Entity, Entity, Entity];
const buyers = (facts: readonly RelationMention[]) =>
  withoutFalseBuyers(text, facts, []).flatMap(({ type, object }) =>
    type === 'SOLD_TO' ? [object.name] : [],
  );

test('of several buyers the one that the words lead to is kept', () => {
  expect(buyers([soldTo(norway), soldTo(finland)])).toEqual(['Norway']);
});

test('a buyer that stands alone is kept, whatever the words', () => {
  expect(buyers([soldTo(finland)])).toEqual(['Finland']);
});

test('who approved a sale is no buyer of it', () => {
  const approved: RelationMention = {
    ...soldTo(sweden),
    type: 'APPROVED_SALE',
    subject: sweden,
    object: sale,
  };
  expect(buyers([approved, soldTo(sweden), soldTo(norway)])).toEqual(['Norway']);
});
