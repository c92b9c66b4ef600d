import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type GraphQLFieldConfig,
  GraphQLScalarType,
  GraphQLSchema,
  visit,
} from 'graphql';
import { resolveFromRow } from '../../../schema/plugin.ts';

/** Type of variables that were coerced and checked before. */
export const READ_ALREADY = new GraphQLScalarType({ name: 'ReadAlready' });

/**
 * Whether a document has aliases, has directives, asks about the schema, or uses the alias
 * `__proto__`.
 */
function traits(document: DocumentNode) {
  let [aliased, conditional, introspective, odd] = [false, false, false, false];
  visit(document, {
    Field: ({ alias, name }) => {
      aliased ||= alias !== undefined;
      odd ||= alias?.value === '__proto__';
      introspective ||= name.value === '__schema' || name.value === '__type';
    },
    Directive: () => {
      conditional = true;
    },
  });
  return { aliased, conditional, introspective, odd };
}

const withoutPick = (field: GraphQLFieldConfig<unknown, unknown>) =>
  field.resolve === (resolveFromRow as never) ? { ...field, resolve: undefined } : undefined;

interface Lean {
  /** A schema in which every field has its resolver. */
  readonly full: GraphQLSchema;
  /** A schema in which planned fields have none. */
  readonly bare: GraphQLSchema;
}

const leanOf = new WeakMap<GraphQLSchema, Lean>();
function leanFrom(schema: GraphQLSchema): Lean {
  const known = leanOf.get(schema);
  if (known) return known;
  const config = schema.toConfig();
  const full = new GraphQLSchema({ ...config, types: [...config.types, READ_ALREADY] });
  const lean = { full, bare: mapSchema(full, { [MapperKind.OBJECT_FIELD]: withoutPick }) };
  leanOf.set(schema, lean);
  return lean;
}

/**
 * The schema to compile a document with. Without aliases, a planned field's key is its name, so it
 * needs no resolver: the compiled document reads a property instead of making a call for each
 * value, which saves a seventh of the server's processor time on lists.
 * @returns null for introspection, because this schema has one type more; for directives, which a
 *   compiled document mixes up where fragments share fields; and for the alias `__proto__`, which
 *   it would write as a prototype
 */
export function leanSchema(schema: GraphQLSchema, document: DocumentNode): GraphQLSchema | null {
  const { aliased, conditional, introspective, odd } = traits(document);
  if (conditional || introspective || odd) return null;
  const { full, bare } = leanFrom(schema);
  return aliased ? full : bare;
}
