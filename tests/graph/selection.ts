import {
  CHOICES,
  ENTITY_KINDS,
  type EntityKind,
  KIND_NAMES,
  MODALITIES,
} from '../../src/model/kinds.ts';
import { readCode } from '../../src/model/property.ts';
import {
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type RelationshipType,
} from '../../src/model/relationships.ts';
import type { Dice } from './random-graph.ts';

export type Where = Readonly<Record<string, unknown>>;

export interface Arguments {
  readonly first: number;
  readonly where?: Where;
  readonly orderBy?: readonly Readonly<Record<string, string | Record<string, string>>>[];
  readonly modality?: readonly string[];
  readonly minConfidence?: number;
  readonly asOf?: { readonly valid?: string; readonly known?: string };
}

export interface Relation {
  readonly field: string;
  readonly type: RelationshipType;
  readonly out: boolean;
  /** The one kind at the far end, or `Entity`. */
  readonly to: string;
}

/** One selected field: a property, a relation with what is selected below, or else the type's name. */
export interface Item {
  readonly key: string;
  readonly on?: string | undefined;
  readonly property?: string;
  readonly relation?: Relation;
  readonly args?: Arguments;
  readonly statements?: boolean;
  readonly below?: readonly Item[];
}

export const ROOTS: Readonly<Record<string, string>> = {
  entities: 'Entity',
  people: 'Person',
  organisations: 'Organisation',
  countries: 'Country',
  agreements: 'Agreement',
  weaponSystems: 'WeaponSystem',
  armsSales: 'ArmsSale',
  events: 'Event',
  places: 'Place',
};

/** The relations of a kind, as the vocabulary names them. */
export function relationsOf(kind: string): Relation[] {
  return RELATIONSHIP_TYPES.flatMap((type) => {
    const { from, to, fields } = RELATIONSHIPS[type];
    const ends: readonly (readonly [boolean, readonly string[], readonly string[]])[] = [
      [true, from, to],
      [false, to, from],
    ];
    return ends
      .filter(([, near]) => near.includes(kind))
      .map(([out, , far]) => ({
        field: fields[out ? 'out' : 'in'].name,
        type,
        out,
        to: far.length === 1 ? far[0]! : 'Entity',
      }));
  });
}

const tableOf = (kind: string): Readonly<Record<string, string>> =>
  kind === 'Entity' ? {} : ENTITY_KINDS[kind as EntityKind];
/** `value`, `currency` and `valueText` are shown as one object. */
const shownOf = (kind: string) =>
  Object.keys(tableOf(kind)).filter(
    (name) => !['value', 'currency', 'valueText', 'basis'].includes(name),
  );

function comparison(roll: Dice, base: string, choices?: readonly string[]): Where {
  const value = () =>
    choices
      ? roll.pick(choices)
      : base === 'FuzzyDate'
        ? roll.date()
        : base === 'Int'
          ? roll.below(20)
          : base === 'Float'
            ? roll.below(200) / 2
            : roll.pick(['alpha 1', 'Beta 3', 'Ana Singh']);
  const text = base === 'String' ? ['contains', 'startsWith'] : [];
  // The values of an enumeration are in no order, and no text.
  const ordered = choices ? [] : ['lt', 'lte', 'gt', 'gte', ...text];
  const operator = roll.pick(['eq', 'ne', 'in', 'notIn', 'isNull', ...ordered]);
  if (operator === 'isNull') return { isNull: roll.chance(0.5) };
  if (text.includes(operator))
    return { [operator]: roll.pick(['a', 'É', 'beta', 'e', 'tit', 'e (A+', 'lodz strasse']) };
  return { [operator]: operator.endsWith('n') ? [value(), value()] : value() };
}

function ownCondition(roll: Dice, kind: string): Where {
  const table = Object.entries(tableOf(kind));
  if (table.length === 0) return {};
  const [name, code] = roll.pick(table);
  const choices = (CHOICES as Record<string, Record<string, readonly string[]>>)[kind]?.[name];
  return { [name]: comparison(roll, readCode(code).base, choices) };
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
// In a list of entities, `country` is the kind; on an organisation it is a property. Left out here.
const FILTER_KINDS = KIND_NAMES.filter((kind) => kind !== 'Country');

function randomWhere(roll: Dice, kind: string, edged: boolean, depth: number): Where {
  const where: Record<string, unknown> = {};
  if (roll.chance(0.4))
    where.name = roll.pick<Where>([
      { contains: roll.pick(['e', 'SINGH', 'müll', 'Ang', 'lukasz']) },
      { startsWith: roll.pick(['a', 'É', 'rafa']) },
      { gte: 'M' },
      { ne: 'Ana Singh' },
    ]);
  if (edged && roll.chance(0.3))
    where.edge = roll.pick<Where>([
      { confidence: { gte: 0.5 } },
      { firstSeen: comparison(roll, 'FuzzyDate') },
      { statementCount: { lt: 3 } },
    ]);
  if (kind !== 'Entity' && roll.chance(0.4)) Object.assign(where, ownCondition(roll, kind));
  if (kind === 'Entity' && roll.chance(0.2))
    where.is = [roll.pick(KIND_NAMES), roll.pick(KIND_NAMES)];
  if (kind === 'Entity' && roll.chance(0.3)) {
    const one = roll.pick(FILTER_KINDS);
    where[lowerFirst(one)] =
      depth > 0 ? randomWhere(roll, one, false, depth - 1) : ownCondition(roll, one);
  }
  const relations = relationsOf(kind);
  if (depth > 0 && relations.length > 0 && roll.chance(0.4)) {
    const { field, to } = roll.pick(relations);
    where[field] = {
      [roll.pick(['some', 'none', 'every'])]: randomWhere(roll, to, true, depth - 1),
    };
  }
  if (depth > 0 && roll.chance(0.15)) where.not = randomWhere(roll, kind, edged, 0);
  if (depth > 0 && roll.chance(0.15))
    where.or = [randomWhere(roll, kind, edged, 0), randomWhere(roll, kind, edged, 0)];
  return where;
}

/** Arguments of a list of a kind; `edged` where relationships lead to it. */
export function randomArguments(roll: Dice, kind: string, edged: boolean): Arguments {
  const direction = () => roll.pick(['ASC', 'DESC']);
  const order = () => {
    if (edged && roll.chance(0.4))
      return { edge: { [roll.pick(['confidence', 'firstSeen', 'sourceCount'])]: direction() } };
    return { [roll.pick(['name', 'statementCount', ...Object.keys(tableOf(kind))])]: direction() };
  };
  return {
    first: 1 + roll.below(4),
    ...(roll.chance(0.5) ? { where: randomWhere(roll, kind, edged, 2) } : {}),
    ...(roll.chance(0.4) ? { orderBy: roll.chance(0.3) ? [order(), order()] : [order()] } : {}),
    ...(edged && roll.chance(0.2)
      ? { modality: [roll.pick(MODALITIES), roll.pick(MODALITIES)] }
      : {}),
    ...(edged && roll.chance(0.1) ? { minConfidence: 0.4 } : {}),
    ...(edged && roll.chance(0.2) ? { asOf: { valid: roll.date() } } : {}),
    ...(edged && roll.chance(0.2) ? { asOf: { known: roll.date() } } : {}),
  };
}

/** How response keys are named: by aliases, or as the fields are. */
export interface Names {
  readonly bare: boolean;
  next: number;
}

/** What to select of a kind, `depth` relations deep. */
export function randomItems(roll: Dice, kind: string, depth: number, names: Names): Item[] {
  const items: Item[] = [
    { key: 'name', property: 'name' },
    { key: names.bare ? '__typename' : 'type' },
  ];
  const kinds = kind === 'Entity' ? KIND_NAMES.filter(() => roll.chance(0.25)) : [kind];
  for (const each of kinds) {
    const on = kind === 'Entity' ? each : undefined;
    const shown = shownOf(each);
    if (shown.length > 0) {
      const property = roll.pick(shown);
      // one key that means another property on each kind, of the same type, as GraphQL wants it
      const { base } = readCode(tableOf(each)[property]!);
      const taken = items.some(({ key }) => key === property);
      if (!names.bare || !taken)
        items.push({ key: names.bare ? property : `own${base}`, on, property });
    }
    for (let i = 0; depth > 0 && i < 2 && roll.chance(0.7); i++) {
      const relation = roll.pick(relationsOf(each));
      // two fields of one name would have to agree in their arguments
      if (names.bare && items.some(({ key }) => key === relation.field)) continue;
      items.push({
        key: names.bare ? relation.field : `f${names.next++}`,
        on,
        relation,
        args: randomArguments(roll, relation.to, true),
        statements: roll.chance(0.3),
        below: randomItems(roll, relation.to, depth - 1, names),
      });
    }
  }
  return items;
}

const NAMES_OF_ENUMS = new Set(['modality', 'is']);
const CHOSEN = new Set<unknown>(
  Object.values(CHOICES).flatMap((choices) => Object.values(choices).flat()),
);

function literal(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, name)).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${literal(item, key)}`)
      .join(', ')}}`;
  const bare = NAMES_OF_ENUMS.has(name) || CHOSEN.has(value) || value === 'ASC' || value === 'DESC';
  return bare ? String(value) : JSON.stringify(value);
}

export const printArguments = (args: Arguments): string =>
  Object.entries(args)
    .map(([name, value]) => `${name}: ${literal(value, name)}`)
    .join(', ');

/** The selection as GraphQL. */
export function print(items: readonly Item[]): string {
  return items
    .map(({ key, on, property, relation, args, statements, below }) => {
      const named = (field: string) => (key === field ? field : `${key}: ${field}`);
      const evidence = statements ? 'statements(first: 1) { totalCount } ' : '';
      const text = relation
        ? `${named(relation.field)}(${printArguments(args!)}) { totalCount pageInfo { hasNextPage } edges { relationship { id modality sourceCount } confidence statementCount firstSeen contested ${evidence}node { ${print(below!)} } } }`
        : named(property ?? '__typename');
      return on ? `... on ${on} { ${text} }` : text;
    })
    .join(' ');
}
