import { SALE_VALUES_MAX, saleValuesClause } from '../../src/graph/queries/sale-values.ts';
import { builder, enumTypes } from '../builder.ts';
import { computed, define } from '../fields/define.ts';
import { record } from '../root.ts';

interface Money {
  readonly amount: number | null;
  readonly currency: string | null;
  readonly raw: string | null;
  readonly basis: string | null;
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
    basis: t.field({
      type: enumTypes.ArmsSaleBasis as never,
      nullable: true,
      description: 'What it is; null in graphs of earlier versions until documents are read again.',
      resolve: ({ basis }) => basis as never,
    }),
  }),
});

/** Values that a sale is assumed to have, for what a request costs. */
const VALUES = 3;

record('SaleValue', 'A sum that documents tell of a sale, and what it is.', (t) => ({
  amount: t.property('amount', 'Float?', 'In whole units of the currency.'),
  currency: t.property('currency', 'String?', 'ISO 4217 code; null when the text leaves it open.'),
  raw: t.expression('String?', (v) => `${v}.valueText`, 'As written, by its surest statement.'),
  basis: t.property(
    'basis',
    'ArmsSaleBasis',
    'The ceiling of a notice, the price of a contract, what was paid, or only reported.',
  ),
  firstSeen: t.property('firstSeen', 'FuzzyDate?', 'When it was first told; null when undated.'),
  lastSeen: t.property('lastSeen', 'FuzzyDate?', 'When it was last told; null when undated.'),
  sourceCount: t.property('sourceCount', 'Int', 'How many independent sources tell it.'),
  statement: t.held('one', 'Statement', 'statement', {
    required: true,
    description: 'The surest statement that tells it.',
  }),
}));

define('ArmsSale', 'One sale of arms, from rumour to delivery.', (t) => ({
  stage: t.property('stage', 'How far it is; null when not known.'),
  approvedOn: t.property('approvedOn', 'When it was approved; null when not known.'),
  contractedOn: t.property('contractedOn', 'When the contract was signed; null when not known.'),
  value: computed(
    MoneyType,
    true,
    ['value', 'currency', 'valueText', 'basis'],
    ({ value, currency, valueText, basis }): Money | null =>
      value === null && valueText === null
        ? null
        : {
            amount: value as number | null,
            currency: currency as string | null,
            raw: valueText as string | null,
            basis: (basis ?? null) as string | null,
          },
    'What it is worth, by the furthest that is known of it: what was paid, else the price of the contract, else the ceiling of a notice, else what is reported; of several the best supported. Null when no document says. All are in `values`.',
  ),
  values: t.via('list', 'SaleValue', saleValuesClause, {
    sorted: false,
    rows: () => VALUES,
    description: `Every sum that documents tell of it, each with what it is, its days, its sources and its surest statement; the first ${SALE_VALUES_MAX}, best supported first.`,
  }),
}));
