import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type GraphQLFieldConfig,
  GraphQLScalarType,
  GraphQLSchema,
  visit,
} from 'graphql';
import { pick } from '../../../schema/plugin.ts';

/** Type of variables that were read and checked before. */
export const READ_ALREADY = new GraphQLScalarType({ name: 'ReadAlready' });

/**
 * Whether anything has an alias, whether anything may be left out, whether the schema is asked about
 * itself, and whether a key is none in an object literal.
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
  field.resolve === (pick as never) ? { ...field, resolve: undefined } : undefined;

interface Lean {
  /** Every field has its resolver. */
  readonly full: GraphQLSchema;
  /** Planned fields have none. */
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
 * The schema to compile a document with. Where nothing has an alias, the key of a planned field is its
 * name, and no resolver is needed to pick it: a compiled document then reads a property instead of
 * making a call, and an account of the field for the call, for each value. A seventh of the server's
 * processor time on lists.
 * @returns null for a document that asks about the schema, which has a type more here; with
 *   directives: a compiled one mixes up what they leave out where fragments share fields; with the
 *   alias `__proto__`, which it would write as a prototype
 */
export function leanSchema(schema: GraphQLSchema, document: DocumentNode): GraphQLSchema | null {
  const { aliased, conditional, introspective, odd } = traits(document);
  if (conditional || introspective || odd) return null;
  const { full, bare } = leanFrom(schema);
  return aliased ? full : bare;
}
