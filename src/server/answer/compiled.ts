import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { leanSchema, READ_ALREADY } from './lean-schema.ts';

/** Compiling takes about 1 ms, which pays only for a query that comes more than a few times. */
const USES_BEFORE = 3;

/** Most operations that are counted or compiled; a compiled one takes about 50 kB. */
const KNOWN_MAX = 200;
/** Longer documents, in characters, take too much time and memory to compile. */
const LENGTH_MAX = 10_000;

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

interface Known {
  uses: number;
  compiled?: Execute | null;
}

/** Rebuilds an error as graphql-js makes it, with its position in the source. */
function located(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  const lines = loc?.source.body.split('\n') ?? [];
  const positions = error.locations?.map(
    ({ line, column }) =>
      lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1,
  );
  return new GraphQLError(error.message, {
    ...(loc && positions ? { source: loc.source, positions } : {}),
    path: error.path ?? null,
    originalError: error.originalError ?? null,
  });
}

/**
 * Types all variables as a scalar that passes them through, since graphql-js coerces them before.
 * Compiling their own types would fill memory where an input type contains itself, and the compiled
 * code handles neither `@oneOf` nor a list where an object is expected.
 */
const asTheyAre = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ kind, variable }): VariableDefinitionNode => ({
      kind,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: READ_ALREADY.name } },
    }),
  });

/** @returns a function that executes this operation; null when it cannot be compiled */
export function compileDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): Execute | null {
  const operation = getOperationAST(document, operationName);
  if ((document.loc?.source.body.length ?? 0) > LENGTH_MAX) return null;
  const lean = operation && leanSchema(schema, document);
  if (!lean) return null;
  const compiled = compileQuery(lean, asTheyAre(document), operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return null;
  return async (args) => {
    const { variableDefinitions = [] } = operation;
    // One error is enough: each repeats the whole variable, and there may be thousands.
    const { coerced } = getVariableValues(schema, variableDefinitions, args.variableValues ?? {}, {
      maxErrors: 1,
    });
    // Variables that do not fit: nothing was read, so graphql-js reports them in its own words.
    if (!coerced) return execute(args);
    const { rootValue, contextValue } = args;
    const result: ExecutionResult = await compiled.query(rootValue, contextValue, coerced);
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => located(error, document)) };
  };
}

/**
 * Executes operations. A document that is asked often is completed by a function compiled for it,
 * instead of by walking its syntax tree, which on lists is two thirds of the time outside the
 * database. Others are executed as usual.
 */
export function executeCompiled(): Execute {
  const known = new LRUCache<OperationDefinitionNode, Known>({ max: KNOWN_MAX });
  return async (args) => {
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation) return execute(args);
    const one = known.get(operation) ?? { uses: 0 };
    known.set(operation, one);
    if (one.compiled === undefined && one.uses >= USES_BEFORE)
      one.compiled = compileDocument(args.schema, args.document, args.operationName);
    const result = await (one.compiled ?? execute)(args);
    // Failed answers do not count, so that a query that is always refused is never compiled.
    if (!result.errors) one.uses++;
    return result;
  };
}
