import { InputError } from '../../src/errors.ts';
import {
  type Dimension,
  GROUPS_MAX,
  readsOfTotals,
  totalsClause,
} from '../../src/graph/queries/totals.ts';
import { builder, type Declared } from '../builder.ts';
import { whereInput } from '../inputs.ts';
import { record, root } from '../root.ts';

const ArmsSaleDimension = builder.enumType('ArmsSaleDimension', {
  description: 'What arms sales can be grouped by.',
  values: {
    YEAR: { description: 'The year of approval, else of the contract.' },
    SELLER: { description: 'The country that approved it.' },
    BUYER: { description: 'The buyer.' },
    WEAPON_SYSTEM: { description: 'Each weapon system; a sale of several counts for each.' },
    KIND: { description: 'The kind of weapon system.' },
    STAGE: { description: 'How far it is.' },
  } satisfies Record<Dimension, object>,
});

record('CurrencyTotal', 'A sum in one currency; never converted.', (t) => ({
  currency: t.property('currency', 'String?', 'ISO 4217 code; null where the text leaves it open.'),
  amount: t.property('amount', 'Float', 'In whole units of the currency.'),
  count: t.property('count', 'Int', 'How many sales it is the sum of.'),
}));

record('ArmsSaleTotal', 'Arms sales that are alike.', (t) => {
  const entity = (name: string, description: string): Declared =>
    t.held('one', 'Entity', name, { description });
  return {
    year: t.property('year', 'String?', 'With YEAR: the year; null when not known.'),
    seller: entity('seller', 'With SELLER: who approved; null when not known.'),
    buyer: entity('buyer', 'With BUYER: who bought; null when not known.'),
    weaponSystem: entity('weaponSystem', 'With WEAPON_SYSTEM: what was sold; null when not known.'),
    kind: t.property('kind', 'WeaponSystemKind?', 'With KIND: of which kind; null when not known.'),
    stage: t.property('stage', 'ArmsSaleStage?', 'With STAGE: how far; null when not known.'),
    count: t.property('count', 'Int', 'How many sales.'),
    values: t.held('list', 'CurrencyTotal', 'values', {
      description: 'What they are worth, per currency.',
    }),
    withoutValue: t.property('withoutValue', 'Int', 'How many have no known value.'),
  };
});

root('armsSaleTotals', 'list', 'ArmsSaleTotal', totalsClause, {
  sorted: false,
  filters: true,
  clocks: 'all',
  reads: readsOfTotals,
  description: `Arms sales counted and added up, by whatever they have in common; at most ${GROUPS_MAX} groups.`,
  args: builder.args((t) => ({
    groupBy: t.field({
      type: [ArmsSaleDimension],
      required: true,
      description: 'By what, one or more.',
    }),
    where: t.field({ type: whereInput('ArmsSale'), description: 'Which sales.' }),
  })),
  check: ({ groupBy }) => {
    if ((groupBy as unknown[]).length === 0)
      throw new InputError('groupBy is empty; name at least one dimension.');
  },
});
