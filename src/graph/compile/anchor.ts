import type { Filtered } from './field.ts';
import { conditionOf, conditions, inputObject, reach } from './filter/filter.ts';
import type { Field } from './select.ts';
import type { Args, StatementBuilder } from './statement-builder.ts';

type Filter = Readonly<Record<string, Readonly<Record<string, Record<string, object>>>>>;

/** @returns the input object type of the argument `name`; undefined where there is none */
export function inputOf({ field }: Field, name: string) {
  const arg = field.args.find((each) => each.name === name);
  return arg && inputObject(arg.type);
}

/**
 * Compiles a filter to conditions. Where the statement may start anywhere (`anywhere`), a condition
 * on the id of a related node becomes a MATCH pattern of its own, which an index can start from.
 * Such a pattern may find a node twice, which `distinct` reports.
 * @param name of the argument that holds the filter
 */
export function filtered(
  draft: StatementBuilder,
  field: Field,
  args: Args,
  name: string,
  v: { readonly node: string; readonly edge: string },
  anywhere = true,
): Filtered {
  const type = inputOf(field, name);
  if (!type) return { match: [], where: [], distinct: false };
  const match: string[] = [];
  const where: string[] = [];
  const given = { ...(args[field.args]?.[name] as Filter | null | undefined) };
  draft.conditions = []; // counted per filter
  for (const [relation, value] of Object.entries(anywhere && draft.at === undefined ? given : {})) {
    const condition = conditionOf(type, relation);
    if (!('step' in condition) || !value?.some?.id || Object.keys(value).length > 1) continue;
    const input = inputObject(type.getFields()[relation]!.type);
    const path = [field.args, name, relation, 'some'];
    const anchor = reach(draft, condition.step, input, 'some', value.some, v.node, path);
    match.push(anchor.match);
    where.push(...anchor.holds, ...anchor.asked);
    delete given[relation];
  }
  where.push(...conditions(draft, type, given, v, [field.args, name]));
  return { match, where, distinct: match.length > 0 };
}
