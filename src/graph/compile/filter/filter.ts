import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType } from 'graphql';
import { InputError } from '../../../errors.ts';
import { foldText } from '../../../model/ids.ts';
import { OTHER } from '../../../model/kinds.ts';
import { isHeld, isOfKind, isVersioned, versionsOf } from '../../held.ts';
import { lastOf } from '../../known.ts';
import type { Step } from '../field.ts';
import type { Path, StatementBuilder } from '../statement-builder.ts';
import { containsPattern, decomposed, foldWithin, startsWithPattern } from './folded-text.ts';
import { summarised } from './summarised.ts';

/** The meaning of a field of a `where` input, kept in the input field's `extensions.graph`. */
export type Condition =
  | {
      readonly on: 'node' | 'edge';
      readonly property: string;
      readonly base: string;
      /** The values of an enumeration; any other stored value counts as `other`. */
      readonly known?: readonly string[];
    }
  | { readonly step: Step }
  | { readonly every: 'and' | 'or' | 'not' | 'edge' | 'is' }
  /** Holds for nodes of this kind only, with conditions on its own properties. */
  | { readonly kind: string };

const OPERATORS: Record<string, string> = {
  eq: '=',
  ne: '<>',
  in: 'IN',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
};
const CONDITIONS_MAX = 40;

type Input = Readonly<Record<string, unknown>>;
interface Variables {
  readonly node: string /** Empty where there is none. */;
  readonly edge: string;
}

export const conditionOf = (type: GraphQLInputObjectType, name: string) =>
  type.getFields()[name]!.extensions.graph as Condition;
export const inputObject = (type: GraphQLInputType) => getNamedType(type) as GraphQLInputObjectType;

/** Compiles the conditions of a `where` value, all of which must hold; values are parameters. */
export function conditions(
  draft: StatementBuilder,
  type: GraphQLInputObjectType,
  value: Input,
  v: Variables,
  path: Path,
): string[] {
  return Object.entries(value).flatMap(([name, given]) => {
    if (given === null) throw new InputError(`where.${name} is null; leave it out, or use isNull.`);
    count(draft);
    const condition = conditionOf(type, name);
    const below = [...path, name];
    const input = inputObject(type.getFields()[name]!.type);
    if ('property' in condition) return comparisons(draft, condition, given as Input, v, below);
    if ('step' in condition)
      return quantified(draft, condition.step, input, given as Input, v.node, below);
    if ('kind' in condition)
      return [
        isOfKind(v.node, condition.kind, draft.at),
        ...conditions(draft, input, given as Input, v, below),
      ];
    switch (condition.every) {
      case 'is':
        return [anyOf(draft, v.node, given as string[])];
      case 'edge':
        return conditions(draft, input, given as Input, v, below);
      case 'not':
        return [`NOT coalesce(${all(conditions(draft, input, given as Input, v, below))}, false)`];
      default: {
        const parts = (given as Input[]).map((item, i) => {
          if (Object.keys(item).length === 0) count(draft);
          return all(conditions(draft, input, item, v, [...below, i]));
        });
        if (condition.every === 'and') return parts;
        return [parts.length > 0 ? `(${parts.join(' OR ')})` : 'false'];
      }
    }
  });
}

const anyOf = ({ at }: StatementBuilder, node: string, kinds: readonly string[]) =>
  at === undefined
    ? `${node}:${kinds.join('|') || 'None'}`
    : `(${['false', ...kinds.map((kind) => isOfKind(node, kind, at))].join(' OR ')})`;

const asksForOther = (operand: unknown) =>
  operand === OTHER || (Array.isArray(operand) && operand.includes(OTHER));
/** Used only where `other` is asked for: an index finds a property, but no expression. */
const withOther = (property: string, known: readonly string[]) =>
  `CASE WHEN ${property} IS NULL OR ${property} IN [${known.map((value) => `'${value}'`).join(', ')}] THEN ${property} ELSE '${OTHER}' END`;

function count(draft: StatementBuilder): void {
  if (draft.conditions.push(draft.followed) > CONDITIONS_MAX)
    throw new InputError(`a filter has at most ${CONDITIONS_MAX} conditions.`);
}

const all = (parts: readonly string[]) =>
  parts.length === 0 ? 'true' : parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`;

function comparisons(
  draft: StatementBuilder,
  c: Extract<Condition, { property: string }>,
  value: Input,
  v: Variables,
  path: Path,
): string[] {
  const variable = c.on === 'edge' ? v.edge : v.node;
  if (!variable)
    throw new InputError(
      'where.edge needs a relation; a list that starts at the root has no edges to filter.',
    );
  const stored = draft.property(variable, c.property);
  return Object.entries(value).map(([operator, operand]) => {
    const property = c.known && asksForOther(operand) ? withOther(stored, c.known) : stored;
    if (operand === null) throw new InputError(`${c.property}.${operator} is null; use isNull.`);
    if (operator === 'isNull') return `${property} IS ${operand ? '' : 'NOT '}NULL`;
    if (operator === 'contains' || operator === 'startsWith') {
      // The writer stores a folded name as `nameKey`; other text is folded as it is compared.
      if (c.property === 'name' && c.on === 'node')
        return `${variable}.nameKey ${OPERATORS[operator]} ${draft.parameter([...path, operator], operator === 'contains' ? foldWithin : foldText)}`;
      const pattern = operator === 'contains' ? containsPattern : startsWithPattern;
      return `${decomposed(property)} =~ ${draft.parameter([...path, operator], pattern)}`;
    }
    if (c.base === 'FuzzyDate')
      return dateComparison(draft, property, operator, operand, [...path, operator]);
    const parameter = draft.parameter(
      [...path, operator],
      c.base === 'Int' ? draft.int : undefined,
    );
    if (operator === 'notIn')
      return `(${property} IS NOT NULL AND NOT ${property} IN ${parameter})`;
    return operator === 'has'
      ? `${parameter} IN ${property}`
      : `${property} ${OPERATORS[operator]} ${parameter}`;
  });
}

/** The month and the year that contain a date: less exact dates, which may lie later than it. */
const wider = (date: string) =>
  [4, 7].filter((end) => end < date.length).map((end) => date.slice(0, end));

/**
 * Compares dates of any precision as intervals: `2025-10` is both at most and at least 15 October
 * 2025, while `lt` and `gt` hold only where they are certain. No interval is wider than a year.
 */
function dateComparison(
  draft: StatementBuilder,
  property: string,
  operator: string,
  operand: unknown,
  path: Path,
): string {
  const exact = String(operand).length <= 4;
  const date = (as?: (value: never) => unknown) => draft.parameter(path, as);
  switch (operator) {
    case 'eq':
      return `${property} STARTS WITH ${date()}`;
    case 'ne':
      return `NOT ${property} STARTS WITH ${date()}`;
    case 'gte':
      if (exact) return `${property} >= ${date()}`;
      return `(${property} >= ${date()} OR ${property} IN ${date(wider)})`;
    case 'lt':
      if (exact) return `${property} < ${date()}`;
      return `(${property} < ${date()} AND NOT ${property} IN ${date(wider)})`;
    case 'lte':
      return `${property} <= ${date(lastOf)}`;
    case 'gt':
      return `${property} > ${date(lastOf)}`;
    case 'in':
      return `any(date IN ${date()} WHERE ${property} STARTS WITH date)`;
    default:
      return `(${property} IS NOT NULL AND none(date IN ${date()} WHERE ${property} STARTS WITH date))`;
  }
}

function quantified(
  draft: StatementBuilder,
  step: Step,
  input: GraphQLInputObjectType,
  value: Input,
  node: string,
  path: Path,
): string[] {
  return Object.entries(value).map(([quantifier, given]) => {
    const { match, holds, asked } = reach(draft, step, input, quantifier, given as Input, node, [
      ...path,
      quantifier,
    ]);
    // A relationship that is not followed is no counterexample.
    if (quantifier === 'every')
      return `NOT EXISTS { ${match} WHERE ${all([...holds, `NOT coalesce(${all(asked)}, false)`])} }`;
    const where = [...holds, ...asked];
    return `${quantifier === 'none' ? 'NOT ' : ''}EXISTS { ${match}${where.length ? ` WHERE ${where.join(' AND ')}` : ''} }`;
  });
}

/** Compiles one relation filter to the pattern of the far node and the conditions on it. */
export function reach(
  draft: StatementBuilder,
  step: Step,
  input: GraphQLInputObjectType,
  quantifier: string,
  given: Input,
  node: string,
  path: Path,
) {
  if (given === null) throw new InputError(`${quantifier} is null; leave it out.`);
  const [to, edge] = [draft.name('m'), step.edged ? draft.name('e') : ''];
  draft.is(to, step.to);
  const past = draft.at !== undefined && isVersioned(step.to);
  const read = summarised(draft, step, to, edge);
  const scope = {
    from: draft.anchorOf(node),
    row: node,
    at: draft.at,
    known: draft.known,
    to: past ? draft.anchor(to) : read.to,
    edge: read.edge,
    anchored: 'id' in given && draft.at === undefined,
    anchor: (variable: string) => draft.anchor(variable),
    name: (prefix: string) => draft.name(prefix),
    param: draft.none,
    value: () => undefined,
    where: draft.none,
  };
  const match = [
    step.clause(scope),
    ...(past ? [versionsOf(scope.to, to)] : []),
    ...read.after(scope),
  ].join(' ');
  const far = inputObject(input.getFields()[quantifier]!.type);
  const { followed } = draft;
  if (step.relation) draft.followed = [...followed, step.relation.along];
  const asked = conditions(draft, far, given, { node: to, edge }, path);
  draft.followed = followed;
  const held = past ? [isHeld(to, draft.at!)] : [];
  return { match, holds: [...read.holds(scope), ...held], asked };
}
