import { DatabaseError } from '../errors.ts';
import { toInteger } from './integer.ts';

/**
 * The types that headers of query files are written in: `string int float boolean json`,
 * `T[]`, `T?` and `{name: T, other: T}`.
 */
export type ParameterType =
  | { readonly as: 'scalar'; readonly name: string }
  | { readonly as: 'list'; readonly of: ParameterType }
  | { readonly as: 'optional'; readonly of: ParameterType }
  | { readonly as: 'map'; readonly fields: Readonly<Record<string, ParameterType>> };

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  int: 'number',
  float: 'number',
  boolean: 'boolean',
  json: 'unknown',
  properties:
    'Readonly<Record<string, string | number | boolean | readonly string[] | readonly number[] | null>>',
};

/** @throws {DatabaseError} when the text is no type */
export function parseType(text: string): ParameterType {
  const tokens = text.match(/[\w]+|[{}:,?]|\[\]/g) ?? [];
  let at = 0;
  const wrong = () => new DatabaseError(`"${text}" is no type; see src/db/parameter-type.ts`);

  function base(): ParameterType {
    const token = tokens[at++];
    if (token === '{') {
      const fields: Record<string, ParameterType> = {};
      while (tokens[at] !== '}') {
        const name = tokens[at++];
        if (name === undefined || tokens[at++] !== ':') throw wrong();
        fields[name] = type();
        if (tokens[at] === ',') at++;
        else if (tokens[at] !== '}') throw wrong();
      }
      at++;
      return { as: 'map', fields };
    }
    if (token === undefined || !Object.hasOwn(SCALARS, token)) throw wrong();
    return { as: 'scalar', name: token };
  }

  function type(): ParameterType {
    let result = base();
    for (; tokens[at] === '[]' || tokens[at] === '?'; at++)
      result = { as: tokens[at] === '?' ? 'optional' : 'list', of: result };
    return result;
  }

  const result = type();
  if (at !== tokens.length) throw wrong();
  return result;
}

/** Renders the type as TypeScript. */
export function typescriptOf(type: ParameterType): string {
  switch (type.as) {
    case 'scalar':
      return SCALARS[type.name] ?? 'unknown';
    case 'list':
      return type.of.as === 'optional'
        ? `readonly (${typescriptOf(type.of)})[]`
        : `readonly ${typescriptOf(type.of)}[]`;
    case 'optional':
      return `${typescriptOf(type.of)} | null`;
    case 'map': {
      const fields = Object.entries(type.fields).map(
        ([name, of]) => `readonly ${name}: ${typescriptOf(of)}`,
      );
      return `{ ${fields.join('; ')} }`;
    }
  }
}

/** Stores whole numbers among the properties as integers, as Neo4j Browser should show them. */
function mapToBolt(properties: Record<string, unknown>): Record<string, unknown> {
  const stored = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(stored);
    return Number.isSafeInteger(value) ? toInteger(value as number) : value;
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, stored(value)]),
  );
}

/** Converts a value for Bolt: the driver would send 5 as 5.0, and `LIMIT` refuses a float. */
export function toBolt(type: ParameterType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (type.as) {
    case 'scalar':
      if (type.name === 'properties') return mapToBolt(value as Record<string, unknown>);
      return type.name === 'int' ? toInteger(value as number) : value;
    case 'optional':
      return toBolt(type.of, value);
    case 'list':
      return (value as readonly unknown[]).map((item) => toBolt(type.of, item));
    case 'map':
      return Object.fromEntries(
        Object.entries(type.fields).map(([name, of]) => [
          name,
          toBolt(of, (value as Record<string, unknown>)[name]),
        ]),
      );
  }
}
