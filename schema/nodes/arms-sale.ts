import { builder } from '../builder.ts';
import { computed, define } from '../fields/define.ts';

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
}));
