import { builder } from './builder.ts';
import { computed, define } from './fields.ts';

interface Money {
  readonly amount: number | null;
  readonly currency: string | null;
  readonly raw: string | null;
}

const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'A sum as a document gives it; never converted.',
  fields: (t) => ({
    amount: t.exposeFloat('amount', {
      nullable: true,
      description: 'In whole units of the currency; null when it could not be read.',
    }),
    currency: t.exposeString('currency', {
      nullable: true,
      description: 'ISO 4217 code; null when the text leaves it open.',
    }),
    raw: t.exposeString('raw', { nullable: true, description: 'As written.' }),
  }),
});

define('ArmsSale', 'One sale of arms, from rumour to delivery.', (t) => ({
  stage: t.property('stage', 'How far it is; null when not known.'),
  approvedOn: t.property('approvedOn', 'When it was approved; null when not known.'),
  contractedOn: t.property('contractedOn', 'When the contract was signed; null when not known.'),
  value: computed(
    MoneyType,
    true,
    ['value', 'currency', 'valueText'],
    ({ value, currency, valueText }): Money | null =>
      value === null && valueText === null
        ? null
        : {
            amount: value as number | null,
            currency: currency as string | null,
            raw: valueText as string | null,
          },
    'What it is worth, by its best supported statement; null when no document says. Statements that differ are in `statements`.',
  ),
  approvedBy: t.relation('APPROVED_SALE', 'in', { description: 'Who approved it.' }),
  soldTo: t.relation('SOLD_TO', 'out', { description: 'The buyer.' }),
  soldBy: t.relation('SOLD_BY', 'out', { description: 'The seller or contractor.' }),
  items: t.relation('INCLUDES', 'out', {
    description: 'Weapon systems sold, each with its number.',
  }),
  concernedBy: t.relation('CONCERNS', 'in', { description: 'Events and agreements about it.' }),
}));
