import type { RelationshipType } from '../../model/relationships.ts';
import type { Clause, Scope } from '../compile/field.ts';
import { edgeFilter } from '../compile/filter/edge-filter.ts';
import type { Sizes } from '../degrees.ts';
import { heldVersion, isOfKind, labelsAt, type Moment, typesAt } from '../held.ts';
import { statedAsKnown } from '../stated.ts';

type Reading = Pick<Scope, 'param' | 'value' | 'at' | 'known'>;

/** What a sale `s` leads to by one type, as it was where the past is read. */
function led(way: { to: string; from?: 'out' | 'in'; type: string; edge: string; kind?: string }) {
  const { to, type, edge, kind, from = 'out' } = way;
  const [left, right] = from === 'out' ? ['-', '->'] : ['<-', '-'];
  return (reading: Reading): string => {
    const { at } = reading;
    const holds = edgeFilter(edge, reading);
    if (at !== undefined && kind) holds.push(isOfKind(to, kind, at));
    const label = kind && at === undefined ? `:${kind}` : '';
    return `OPTIONAL MATCH (${at === undefined ? 's' : 's_'})${left}[${edge}:${typesAt(type, at)}]${right}(${to}${label}) WHERE ${holds.join(' AND ')}`;
  };
}

/** One pattern for the weapon system and its kind, so that both belong to the same item. */
const SYSTEM = led({ to: 'system', type: 'INCLUDES', edge: 'r3' });
/** The kind of a system as it was: what was sold is a node, and its version tells the kind. */
const kindOfSystem = (at: Moment): string =>
  at === undefined
    ? 'system.kind'
    : `head(COLLECT { WITH system WHERE system IS NOT NULL ${heldVersion('system', 'version', at)} RETURN version.kind AS kind })`;

interface Grouping {
  readonly match: ((reading: Reading) => string) | null;
  readonly reads: readonly RelationshipType[];
  /** @param sale the variable that holds the sale's properties */
  readonly value: (at: Moment, sale: string) => string;
  readonly as: string;
}

/** The properties of a sale that totals read. */
const READ = ['approvedOn', 'contractedOn', 'stage', 'value', 'currency'];

/**
 * What sales can be grouped by, and how each is matched from a sale `s`. Only asserted or planned
 * relationships are followed, so a denied approval gives no seller.
 */
const DIMENSIONS = {
  YEAR: {
    match: null,
    reads: [],
    value: (_at, sale) => `left(coalesce(${sale}.approvedOn, ${sale}.contractedOn), 4)`,
    as: 'year',
  },
  SELLER: {
    match: led({ to: 'seller', from: 'in', type: 'APPROVED_SALE', edge: 'r1', kind: 'Country' }),
    reads: ['APPROVED_SALE'],
    value: () => 'seller',
    as: 'seller',
  },
  BUYER: {
    match: led({ to: 'buyer', type: 'SOLD_TO', edge: 'r2' }),
    reads: ['SOLD_TO'],
    value: () => 'buyer',
    as: 'buyer',
  },
  WEAPON_SYSTEM: {
    match: SYSTEM,
    reads: ['INCLUDES'],
    value: () => 'system',
    as: 'weaponSystem',
  },
  KIND: { match: SYSTEM, reads: ['INCLUDES'], value: kindOfSystem, as: 'kind' },
  STAGE: { match: null, reads: [], value: (_at, sale) => `${sale}.stage`, as: 'stage' },
} as const satisfies Record<string, Grouping>;
export type Dimension = keyof typeof DIMENSIONS;
/** Most groups of an answer. */
export const GROUPS_MAX = 1_000;

/** Arms sales by what they have in common, counted, with values added up per currency. */
export const totalsClause: Clause = ({ to, where, anchor, ...reading }) => {
  const { value, at, known } = reading;
  const row = known === undefined ? 's' : 'sold';
  const sale = at === undefined ? 's' : anchor('s');
  const chosen = [...new Set(value('groupBy') as Dimension[])].map((name) => DIMENSIONS[name]);
  const filter = where('where', 's');
  const matches = [...new Set(chosen.flatMap(({ match }) => (match ? [match(reading)] : [])))];
  const names = chosen.map(({ as }) => as);
  // A sale of two systems of one kind would count twice for the kind.
  const twice = names.includes('kind') && !names.includes('weaponSystem');
  const lines = [`MATCH (${sale}:${labelsAt('ArmsSale', at)})`, ...filter.match];
  if (at !== undefined)
    lines.push(`${heldVersion('s_', 's', at)} AND ${isOfKind('s_', 'ArmsSale', at)}`, 'WITH *');
  if (filter.where.length > 0) lines.push(`WHERE ${filter.where.join(' AND ')}`);
  if (filter.distinct) lines.push('WITH DISTINCT s');
  if (known !== undefined) {
    const properties = READ.map((name) => `${name}: ${statedAsKnown(sale, name, { at, known })}`);
    lines.push(`WITH *, {${properties.join(', ')}} AS ${row}`);
  }
  const kept = known === undefined ? 's' : `s, ${row}`;
  return `${lines.join('\n')}
${matches.join('\n')}
WITH ${twice ? 'DISTINCT ' : ''}${chosen.map(({ value: cypher, as }) => `${cypher(at, row)} AS ${as}`).join(', ')}, ${kept}
WITH ${names.join(', ')}, ${row}.currency AS currency, count(s) AS sales, count(${row}.value) AS valued, sum(${row}.value) AS amount ORDER BY currency
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
