import {
  DOCUMENT_PROPERTIES,
  ENTITY_KINDS,
  ENTITY_PROPERTIES,
  type EntityKind,
  KIND_NAMES,
  type Kind,
  STATEMENT_PROPERTIES,
} from '../src/model/kinds.ts';
import { type Properties, readCode } from '../src/model/property.ts';
import { OWN_PROPERTIES, SUMMARY_PROPERTIES } from '../src/model/relationship-properties.ts';
import { builder, enumTypes, knownValues, once, type Target } from './builder.ts';
import { EntityKindEnum, SortOrderEnum } from './enums.ts';
import { declaredRelations } from './fields/declared.ts';

interface InputFactory {
  field(options: object): never;
}
type InputRef = ReturnType<typeof builder.inputRef<object>>;

/** Inputs refer to each other in circles, so their fields are made when the schema is built. */
function input(
  name: string,
  description: string,
  fields: (t: InputFactory) => object,
  options = {},
): InputRef {
  return once(
    name,
    () => builder.inputRef<object>(name),
    (ref) => ref.implement({ description, ...options, fields: fields as never } as never),
  );
}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: 'Equal to.',
  ne: 'Not equal to; what has no value is left out.',
  in: 'One of these.',
  notIn: 'None of these; what has no value is left out.',
  lt: 'Less than, or certainly before.',
  lte: 'At most, or possibly by then.',
  gt: 'More than, or certainly after.',
  gte: 'At least, or possibly since then.',
  contains: 'Holds this text; case and accents do not count.',
  startsWith: 'Begins with this text, compared as in contains.',
};
const ORDERED = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte'];
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  ID: ['eq', 'ne', 'in', 'notIn'],
  String: Object.keys(COMPARISONS),
  URL: ['eq', 'ne', 'in', 'notIn'],
  Boolean: ['eq', 'ne'],
};
/** Operators of enumerations, whose values have no order. */
const CHOSEN = ['eq', 'ne', 'in', 'notIn'];

function comparison(code: string): InputRef {
  const { base, list } = readCode(code);
  const type = enumTypes[base] ?? (base === 'URL' || base === 'DateTime' ? 'String' : base);
  if (list)
    return input(`${base}ListFilter`, `Conditions on a list.`, (t) => ({
      has: t.field({ type, description: 'Holds this value.' }),
      isNull: t.field({ type: 'Boolean', description: 'Whether there is no list.' }),
    }));
  return input(`${base}Filter`, `Conditions on a ${base}; all must hold.`, (t) => ({
    ...Object.fromEntries(
      (base in enumTypes ? CHOSEN : (OPERATORS[base] ?? ORDERED)).map((name) => [
        name,
        t.field({
          type: name === 'in' || name === 'notIn' ? [type] : type,
          description: COMPARISONS[name],
        }),
      ]),
    ),
    isNull: t.field({ type: 'Boolean', description: 'Whether there is no value.' }),
  }));
}

function filters(t: InputFactory, on: 'node' | 'edge', properties: Properties): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, code]) => {
      const { base } = readCode(code);
      const known = knownValues[base];
      return [
        name,
        t.field({
          type: comparison(code),
          description: `By ${on === 'edge' ? 'the relationship’s ' : ''}${name}.`,
          extensions: { graph: { on, property: name, base, ...(known ? { known } : {}) } },
        }),
      ];
    }),
  );
}

/** Properties that any relationship can be filtered and ordered by; a type may lack some. */
const EDGE_PROPERTIES: Properties = { ...SUMMARY_PROPERTIES, ...OWN_PROPERTIES };

/** Properties of a kind that lists can be filtered and ordered by. */
function propertiesOf(kind: Target): Properties {
  if (kind === 'Relationship') return EDGE_PROPERTIES;
  if (kind === 'Entity') return ENTITY_PROPERTIES;
  if (kind === 'Statement') return STATEMENT_PROPERTIES;
  if (kind === 'Document') {
    const { text: _, ...rest } = DOCUMENT_PROPERTIES;
    return rest;
  }
  return { ...ENTITY_PROPERTIES, ...(ENTITY_KINDS[kind as EntityKind] ?? {}) };
}

const edgeWhere = () =>
  input('EdgeFilter', 'Conditions on the relationship that leads to a node.', (t) =>
    filters(t, 'edge', EDGE_PROPERTIES),
  );

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** The `where` of lists of a kind. */
export function whereInput(kind: Target): InputRef {
  return input(`${kind}Filter`, `Conditions on ${kind}; all that are given must hold.`, (t) => ({
    and: t.field({
      type: [whereInput(kind)],
      description: 'All of these.',
      extensions: { graph: { every: 'and' } },
    }),
    or: t.field({
      type: [whereInput(kind)],
      description: 'At least one of these.',
      extensions: { graph: { every: 'or' } },
    }),
    not: t.field({
      type: whereInput(kind),
      description: 'Not this.',
      extensions: { graph: { every: 'not' } },
    }),
    ...(kind === 'Relationship'
      ? {}
      : {
          edge: t.field({
            type: edgeWhere(),
            description: 'The relationship that leads here.',
            extensions: { graph: { every: 'edge' } },
          }),
        }),
    ...(kind === 'Entity' ? ownFilters(t) : {}),
    ...filters(t, 'node', propertiesOf(kind)),
    ...Object.fromEntries(
      declaredRelations(kind as Kind).map(([name, step]) => [
        name,
        t.field({
          type: quantifier(step.to as Target),
          description: `By what ${name} leads to.`,
          extensions: { graph: { step } },
        }),
      ]),
    ),
  }));
}

/** Filters inside a list of entities of any kind: by kind, and by properties of one kind. */
function ownFilters(t: InputFactory): object {
  return {
    is: t.field({
      type: [EntityKindEnum],
      description: 'Of one of these kinds.',
      extensions: { graph: { every: 'is' } },
    }),
    ...Object.fromEntries(
      KIND_NAMES.map((kind) => [
        lowerFirst(kind),
        t.field({
          type: whereInput(kind),
          description: `Of kind ${kind}, with these conditions.`,
          extensions: { graph: { kind } },
        }),
      ]),
    ),
  };
}

function quantifier(kind: Target): InputRef {
  return input(`${kind}Quantifier`, `Conditions on the ${kind} at the other end.`, (t) => ({
    some: t.field({ type: whereInput(kind), description: 'At least one is so.' }),
    none: t.field({ type: whereInput(kind), description: 'None is so.' }),
    every: t.field({ type: whereInput(kind), description: 'All are so, or there are none.' }),
  }));
}

function sorts(t: InputFactory, properties: Properties): object {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, code]) => !readCode(code).list)
      .map(([name, code]) => [
        name,
        t.field({
          type: SortOrderEnum,
          description: `By ${name}.`,
          extensions: { graph: { on: 'node', property: name }, nullable: readCode(code).nullable },
        }),
      ]),
  );
}

const edgeOrder = () =>
  input(
    'EdgeOrder',
    'An order by the relationship that leads to a node; give one.',
    (t) => sorts(t, EDGE_PROPERTIES),
    { isOneOf: true },
  );

/** The `orderBy` of lists of a kind; ties are broken by id. */
export function orderInput(kind: Target): InputRef {
  return input(
    `${kind}Order`,
    `One order of ${kind}; give one of its fields.`,
    (t) => ({
      ...sorts(t, propertiesOf(kind)),
      ...(kind === 'Relationship'
        ? {}
        : {
            edge: t.field({
              type: edgeOrder(),
              description: 'By the relationship that leads here.',
            }),
          }),
    }),
    { isOneOf: true },
  );
}
