import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { leanSchema } from './lean-schema.ts';

/** Compiling takes about a millisecond, which a question that is asked once or twice never earns back. */
const USES_BEFORE = 3;

interface Known {
  uses: number;
  compiled?: CompiledQuery | null;
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

async function run(compiled: CompiledQuery, args: ExecutionArgs): Promise<ExecutionResult> {
  const result: ExecutionResult = await compiled.query(
    args.rootValue,
    args.contextValue,
    args.variableValues as never,
  );
  if (!result.errors) return result;
  // Variables that do not fit: nothing was read yet, and graphql-js says it in its own words.
  if (result.errors.some(({ path }) => path === undefined)) return execute(args);
  return { ...result, errors: result.errors.map((error) => located(error, args.document)) };
}

/** @returns null for what cannot be compiled */
export function compileDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): CompiledQuery | null {
  const lean = leanSchema(schema, document);
  const result = compileQuery(lean, document, operationName ?? undefined);
  return isCompiledQuery(result) ? result : null;
}

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

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
    return one.compiled ? run(one.compiled, args) : execute(args);
  };
}
