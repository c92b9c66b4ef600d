// A plugin of Pothos: fields that the plan of a statement answers.
import SchemaBuilder, {
  BasePlugin,
  type FieldKind,
  type FieldNullability,
  type InputFieldMap,
  type InputShapeFromFields,
  type PothosOutputFieldConfig,
  RootFieldBuilder,
  type SchemaTypes,
  type ShapeFromTypeParam,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Planned } from '../src/graph/compile/field.ts';
import type { Row } from '../src/graph/read/page.ts';
import { rowKey } from '../src/graph/read/row.ts';
import { OTHER } from '../src/model/kinds.ts';

/** A planned field. It has no resolver of its own, since it only reads its response key. */
interface PlannedOptions<
  Types extends SchemaTypes,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> {
  readonly graph: Planned;
  readonly type: Type;
  readonly nullable?: Nullable;
  readonly description: string;
  readonly args?: Args;
  /** Known values of an enumeration; any other stored value is shown as `other`. */
  readonly choices?: readonly string[];
}

/** A planned field with a resolver, which must return the type of the field. */
interface WorkedOutOptions<
  Types extends SchemaTypes,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends PlannedOptions<Types, Type, Nullable, Args> {
  readonly resolve: (
    row: Row,
    args: InputShapeFromFields<Args>,
    context: Types['Context'],
    info: GraphQLResolveInfo,
  ) => Answer<ShapeFromTypeParam<Types, Type, Nullable>>;
}
type Answer<Shape> = Shape | Promise<Shape>;

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      graph: GraphPlugin<Types>;
    }
    export interface FieldOptions {
      /** The field's plan, kept in `extensions.graph`. */
      graph?: Planned;
    }
    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /** A field whose value the plan's answer has under its response key. */
      planned<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = Record<never, never>,
      >(
        options: PlannedOptions<Types, Type, Nullable, Args>,
      ): import('@pothos/core').FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
      /** A field that is computed from the plan's answer. */
      workedOut<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = Record<never, never>,
      >(
        options: WorkedOutOptions<Types, Type, Nullable, Args>,
      ): import('@pothos/core').FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
    }
  }
}

/** Copies a field's plan to its extensions, where the compiler reads it. */
class GraphPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>) {
    const { graph } = config.pothosOptions as { graph?: Planned };
    return graph ? { ...config, extensions: { ...config.extensions, graph } } : config;
  }
}
SchemaBuilder.registerPlugin('graph', GraphPlugin);

/** The default resolver: the plan's answer has the shape of the selection. */
export const resolveFromRow = (
  row: Row,
  _args: unknown,
  _context: unknown,
  info: GraphQLResolveInfo,
) => row[rowKey(info.path.key)];

function resolveChoice(choices: readonly string[]): typeof resolveFromRow {
  const known = new Set<unknown>(choices);
  return (row, _args, _context, info) => {
    const value = row[rowKey(info.path.key)];
    return value == null || known.has(value) ? value : OTHER;
  };
}

// The plan's answer is untyped; this is the one place where it is cast to the field's type.
const fields = RootFieldBuilder.prototype as unknown as {
  planned(options: { choices?: readonly string[] }): unknown;
  workedOut(options: object): unknown;
  field(options: object): unknown;
};
fields.planned = function planned({ choices, ...options }) {
  return this.field({ ...options, resolve: choices ? resolveChoice(choices) : resolveFromRow });
};
fields.workedOut = function workedOut(options) {
  return this.field(options);
};
