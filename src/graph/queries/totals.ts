import type { RelationshipType } from '../../model/relationships.ts';
import { isFollowed } from '../compile/edge-filter.ts';
import type { Clause } from '../compile/field.ts';
import type { Sizes } from '../degrees.ts';

/** One pattern for the weapon system and its kind, so that both belong to the same item. */
const SYSTEM = `OPTIONAL MATCH (s)-[r3:INCLUDES]->(system) WHERE ${isFollowed('r3')}`;

/**
 * What sales can be grouped by, and how each is matched from a sale `s`. Only asserted or planned
 * relationships are followed, so a denied approval gives no seller.
 */
const DIMENSIONS = {
  YEAR: {
    match: '',
    reads: [],
    value: 'left(coalesce(s.approvedOn, s.contractedOn), 4)',
    as: 'year',
  },
  SELLER: {
    match: `OPTIONAL MATCH (s)<-[r1:APPROVED_SALE]-(seller:Country) WHERE ${isFollowed('r1')}`,
    reads: ['APPROVED_SALE'],
    value: 'seller',
    as: 'seller',
  },
  BUYER: {
    match: `OPTIONAL MATCH (s)-[r2:SOLD_TO]->(buyer) WHERE ${isFollowed('r2')}`,
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
export type Dimension = keyof typeof DIMENSIONS;
/** Most groups of an answer. */
export const GROUPS_MAX = 1_000;

/** Arms sales by what they have in common, counted, with values added up per currency. */
export const totalsClause: Clause = ({ to, value, where }) => {
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
};

/** Reads all sales, and the relationships to what they are grouped by. */
export function readsOfTotals(args: Readonly<Record<string, unknown>>, sizes: Sizes): number {
  const types = (args.groupBy as Dimension[]).flatMap((name): readonly RelationshipType[] => [
    ...DIMENSIONS[name].reads,
  ]);
  return sizes.nodes('ArmsSale') + sizes.relationships(types);
}
