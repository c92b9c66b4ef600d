import type { GraphQLInputObjectType } from 'graphql';
import { conditionOf, inputObject } from './filter.ts';

/** Properties that no matching row lacks: every comparison but `isNull: true` fails on null. */
export function compared(
  type: GraphQLInputObjectType,
  value: object,
  { node, edge }: { readonly node: string; readonly edge: string },
): Set<string> {
  const found = Object.entries(value).flatMap(([name, given]) => {
    if (given === null) return [];
    const condition = conditionOf(type, name);
    if ('property' in condition) {
      const tells = Object.entries(given).some(([key, of]) => key !== 'isNull' || of === false);
      return tells ? [`${condition.on === 'edge' ? edge : node}.${condition.property}`] : [];
    }
    const below = inputObject(type.getFields()[name]!.type);
    if (!('every' in condition)) return [];
    if (condition.every === 'edge') return [...compared(below, given, { node, edge })];
    if (condition.every !== 'and') return [];
    return (given as object[]).flatMap((part) => [...compared(below, part, { node, edge })]);
  });
  return new Set(found);
}
