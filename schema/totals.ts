import { InputError } from '../src/errors.ts';
import { builder, type Declared } from './builder.ts';
import { whereInput } from './inputs.ts';
import { record, root } from './root.ts';

/** What sales can be grouped by: how each is found from a sale `s`. */
const DIMENSIONS = {
  YEAR: { match: '', value: 'left(coalesce(s.approvedOn, s.contractedOn), 4)', as: 'year' },
  SELLER: {
    match: 'OPTIONAL MATCH (s)<-[:APPROVED_SALE]-(seller:Country)',
    value: 'seller',
    as: 'seller',
  },
  BUYER: { match: 'OPTIONAL MATCH (s)-[:SOLD_TO]->(buyer)', value: 'buyer', as: 'buyer' },
  WEAPON_SYSTEM: {
    match: 'OPTIONAL MATCH (s)-[:INCLUDES]->(system)',
    value: 'system',
    as: 'weaponSystem',
  },
  KIND: { match: 'OPTIONAL MATCH (s)-[:INCLUDES]->(of)', value: 'of.kind', as: 'kind' },
  STAGE: { match: '', value: 's.stage', as: 'stage' },
} as const;
type Dimension = keyof typeof DIMENSIONS;
const GROUPS_MAX = 1_000;

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
    t.via(
      'one',
      'Entity',
      ({ from, to }) => `WITH ${from}.${name} AS ${to} WHERE ${to} IS NOT NULL`,
      { sorted: false, description },
    );
  return {
    year: t.property('year', 'String?', 'With YEAR: the year; null when not known.'),
    seller: entity('seller', 'With SELLER: who approved; null when not known.'),
    buyer: entity('buyer', 'With BUYER: who bought; null when not known.'),
    weaponSystem: entity('weaponSystem', 'With WEAPON_SYSTEM: what was sold; null when not known.'),
    kind: t.property('kind', 'String?', 'With KIND: of which kind; null when not known.'),
    stage: t.property('stage', 'String?', 'With STAGE: how far; null when not known.'),
    count: t.property('count', 'Int', 'How many sales.'),
    values: t.via('list', 'CurrencyTotal', ({ from, to }) => `UNWIND ${from}.values AS ${to}`, {
      sorted: false,
      description: 'What they are worth, per currency.',
    }),
    withoutValue: t.property('withoutValue', 'Int', 'How many have no known value.'),
  };
});

root(
  'armsSaleTotals',
  'list',
  'ArmsSaleTotal',
  ({ to, value, where }) => {
    const chosen = [...new Set(value('groupBy') as Dimension[])].map((name) => DIMENSIONS[name]);
    const conditions = where('where', 's');
    const matches = chosen.map(({ match }) => match).filter(Boolean);
    const names = chosen.map(({ as }) => as);
    return `MATCH (s:ArmsSale)${conditions.length > 0 ? `\nWHERE ${conditions.join(' AND ')}` : ''}
${matches.join('\n')}
WITH ${chosen.map(({ value: cypher, as }) => `${cypher} AS ${as}`).join(', ')}, collect(DISTINCT s) AS sales
CALL (sales) {
  UNWIND sales AS s
  WITH s WHERE s.value IS NOT NULL
  WITH s.currency AS currency, sum(s.value) AS amount, count(s) AS count ORDER BY currency
  RETURN collect({currency: currency, amount: amount, count: count}) AS values
}
WITH {${names.map((as) => `${as}: ${as}`).join(', ')}, count: size(sales), values: values, withoutValue: size([s IN sales WHERE s.value IS NULL])} AS ${to}, ${names.join(', ')}
ORDER BY ${names.map((as) => (['seller', 'buyer', 'weaponSystem'].includes(as) ? `${as}.id` : as)).join(', ')} LIMIT ${GROUPS_MAX}
WITH ${to}`;
  },
  {
    sorted: false,
    filters: true,
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
  },
);
