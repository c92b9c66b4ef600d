import { InputError } from '../../src/errors.ts';
import { edgeHolds } from '../../src/graph/compile/edge-filter.ts';
import type { RelationshipType } from '../../src/model/relationships.ts';
import { builder, type Declared } from '../builder.ts';
import { whereInput } from '../inputs.ts';
import { record, root } from '../root.ts';

/** Sales that were not approved, and buyers that were denied, count for nobody. */
const followed = (edge: string) =>
  edgeHolds(edge, { param: () => '', value: () => undefined }).join(' AND ');
/** One pattern for the weapon system and its kind: both are those of the same item. */
const SYSTEM = `OPTIONAL MATCH (s)-[r3:INCLUDES]->(system) WHERE ${followed('r3')}`;

/** What sales can be grouped by: how each is found from a sale `s`. */
const DIMENSIONS = {
  YEAR: {
    match: '',
    reads: [],
    value: 'left(coalesce(s.approvedOn, s.contractedOn), 4)',
    as: 'year',
  },
  SELLER: {
    match: `OPTIONAL MATCH (s)<-[r1:APPROVED_SALE]-(seller:Country) WHERE ${followed('r1')}`,
    reads: ['APPROVED_SALE'],
    value: 'seller',
    as: 'seller',
  },
  BUYER: {
    match: `OPTIONAL MATCH (s)-[r2:SOLD_TO]->(buyer) WHERE ${followed('r2')}`,
    reads: ['SOLD_TO'],
    value: 'buyer',
    as: 'buyer',
  },
  WEAPON_SYSTEM: {
    match: SYSTEM,
    reads: ['INCLUDES'],
    value: 'system',
    as: 'weaponSystem',
  },
  KIND: { match: SYSTEM, reads: ['INCLUDES'], value: 'system.kind', as: 'kind' },
  STAGE: { match: '', reads: [], value: 's.stage', as: 'stage' },
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

root(
  'armsSaleTotals',
  'list',
  'ArmsSaleTotal',
  ({ to, value, where }) => {
    const chosen = [...new Set(value('groupBy') as Dimension[])].map((name) => DIMENSIONS[name]);
    const filter = where('where', 's');
    const matches = [...new Set(chosen.map(({ match }) => match).filter(Boolean))];
    const names = chosen.map(({ as }) => as);
    // A sale of two systems of one kind would count twice for the kind.
    const twice = names.includes('kind') && !names.includes('weaponSystem');
    const lines = ['MATCH (s:ArmsSale)', ...filter.match];
    if (filter.where.length > 0) lines.push(`WHERE ${filter.where.join(' AND ')}`);
    if (filter.distinct) lines.push('WITH DISTINCT s');
    return `${lines.join('\n')}
${matches.join('\n')}
WITH ${twice ? 'DISTINCT ' : ''}${chosen.map(({ value: cypher, as }) => `${cypher} AS ${as}`).join(', ')}, s
WITH ${names.join(', ')}, s.currency AS currency, count(s) AS sales, count(s.value) AS valued, sum(s.value) AS amount ORDER BY currency
WITH ${names.join(', ')}, sum(sales) AS count, sum(sales - valued) AS withoutValue, collect(CASE WHEN valued > 0 THEN {currency: currency, amount: amount, count: valued} END) AS values
WITH {${names.map((as) => `${as}: ${as}`).join(', ')}, count: count, values: values, withoutValue: withoutValue} AS ${to}, ${names.join(', ')}
ORDER BY ${names.map((as) => (['seller', 'buyer', 'weaponSystem'].includes(as) ? `${as}.id` : as)).join(', ')} LIMIT ${GROUPS_MAX}
WITH ${to}`;
  },
  {
    sorted: false,
    filters: true,
    reads: ({ groupBy }, sizes) =>
      sizes.nodes('ArmsSale') +
      sizes.relationships(
        (groupBy as Dimension[]).flatMap((name) => [
          ...(DIMENSIONS[name].reads as readonly RelationshipType[]),
        ]),
      ),
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
