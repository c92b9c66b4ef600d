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
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { leanSchema, READ_ALREADY } from './lean-schema.ts';

/** Compiling takes about a millisecond, which a question that is asked once or twice never earns back. */
const USES_BEFORE = 3;

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
  const lean = operation && leanSchema(schema, document);
  if (!lean) return null;
  const compiled = compileQuery(lean, asTheyAre(document), operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return null;
  return async (args) => {
    const { variableDefinitions = [] } = operation;
    const { coerced } = getVariableValues(schema, variableDefinitions, args.variableValues ?? {});
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
  // Lives as long as the parsed document, which the server caches by its text.
  const known = new WeakMap<DocumentNode, Map<string, Known>>();
  const knownOf = ({ document, operationName }: ExecutionArgs): Known => {
    const byName = known.get(document) ?? new Map<string, Known>();
    known.set(document, byName);
    const name = operationName ?? '';
    const found = byName.get(name) ?? { uses: 0 };
    byName.set(name, found);
    return found;
  };
  return async (args) => {
    const one = knownOf(args);
    if (one.compiled === undefined) {
      if (++one.uses <= USES_BEFORE) return execute(args);
      one.compiled = compileDocument(args.schema, args.document, args.operationName);
    }
    return (one.compiled ?? execute)(args);
  };
}
