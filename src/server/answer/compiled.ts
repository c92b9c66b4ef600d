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

/** Compiling takes about a millisecond, which a question that is asked once or twice never earns back. */
const USES_BEFORE = 3;

/** Operations that are counted or compiled; a compiled one takes some 50 kB. */
const KNOWN_MAX = 200;
/** Longer documents take too long, and too much room, to compile. */
const LENGTH_MAX = 10_000;

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

interface Known {
  uses: number;
  compiled?: Execute | null;
}

/** Errors as graphql-js makes them, which knows where in the source a field stands. */
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
 * Variables are read by graphql-js before, as the schema says. What is compiled takes them as they
 * are: written out, an input type that holds itself would fill the memory, and what is written out
 * knows neither `@oneOf` nor that a list is no object.
 */
const asTheyAre = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ kind, variable }): VariableDefinitionNode => ({
      kind,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: READ_ALREADY.name } },
    }),
  });

/** @returns what executes this operation of the document; null when it cannot be compiled */
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
    // One mistake tells enough: each repeats the whole variable, and there may be thousands.
    const { coerced } = getVariableValues(schema, variableDefinitions, args.variableValues ?? {}, {
      maxErrors: 1,
    });
    // Variables that do not fit: nothing was read yet, and graphql-js says it in its own words.
    if (!coerced) return execute(args);
    const { rootValue, contextValue } = args;
    const result: ExecutionResult = await compiled.query(rootValue, contextValue, coerced);
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => located(error, document)) };
  };
}

/**
 * Executes operations. Answers of a document that is asked again and again are completed by a
 * function made for it, instead of by walking its syntax tree: on lists that is two thirds of the
 * time outside the database. What cannot be compiled goes on being executed as ever.
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
    // What is refused is asked again and again too, and should cost no more for it.
    if (!result.errors) one.uses++;
    return result;
  };
}
