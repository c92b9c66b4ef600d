import { type GraphQLInputType, getNamedType, getNullableType, isListType } from 'graphql';
import { InputError } from '../../errors.ts';

/** Most characters of a text that is compared or searched for; names and phrases are shorter. */
const TEXT_MAX = 200;
/** Most characters of ids and dates, of addresses, and of cursors, which hold a row's sort keys. */
const ID_MAX = 500;
const URL_MAX = 2_000;
const CURSOR_MAX = 8_000;
const LIST_MAX = 200;

const LENGTH_MAX: Readonly<Record<string, number>> = {
  StringFilter: TEXT_MAX,
  StringListFilter: TEXT_MAX,
  URLFilter: URL_MAX,
  after: CURSOR_MAX,
  before: CURSOR_MAX,
};

/**
 * Describes what the text of a statement depends on in an argument's value: which keys are given,
 * enum values, booleans. Two requests of the same shape share one text.
 * @param at path of the value: `where.title.contains`
 * @throws {InputError} when a text is longer than `max` characters or a list than `LIST_MAX`
 */
export function shape(
  type: GraphQLInputType,
  value: unknown,
  at: string,
  max = LENGTH_MAX[at] ?? ID_MAX,
): string {
  if (value === undefined) return '';
  if (value === null) return '-';
  if (typeof value === 'string' && value.length > max)
    throw new InputError(`${at} is ${value.length} characters long; it must have at most ${max}.`);
  const nullable = getNullableType(type);
  if (isListType(nullable)) return shapeOfList(nullable.ofType, value as unknown[], at, max);
  if ('getFields' in nullable) {
    const fields = nullable.getFields();
    const own = LENGTH_MAX[nullable.name] ?? max;
    return `{${Object.entries(value)
      .map(([k, item]) => k + shape(fields[k]!.type, item, `${at}.${k}`, own))
      .join()}}`;
  }
  if (nullable.name === 'FuzzyDate') return `*${String(value).length}`;
  return 'getValues' in nullable || nullable.name === 'Boolean' ? `=${String(value)}` : '*';
}

function shapeOfList(
  type: GraphQLInputType,
  items: readonly unknown[],
  at: string,
  max: number,
): string {
  if (items.length > LIST_MAX)
    throw new InputError(`${at} has ${items.length} members; it may have at most ${LIST_MAX}.`);
  const shapes = items.map((item) => shape(type, item, at, max));
  const named = getNamedType(type);
  return 'getFields' in named || 'getValues' in named ? `[${shapes.join()}]` : '*';
}
