import { type ExecutionResult, type GraphQLArgs, graphql, parse } from 'graphql';
import { schema } from '../../schema/index.ts';
import type { Database } from '../../src/db/database.ts';
import type { AppError } from '../../src/errors.ts';
import { type Explained, Graph, type GraphOptions } from '../../src/graph/graph.ts';
import { compileDocument } from '../../src/server/answer/compiled.ts';

/** What a request answered, and what was sent to Neo4j for it. */
export interface Asked {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query, which tests know
  readonly data: any;
  readonly errors: ExecutionResult['errors'];
  /** The stable code of the first error. */
  readonly code: string | undefined;
  readonly statements: readonly Explained[];
  /** Nodes. */
  readonly cost: number;
}

/** As the server answers a document that is asked again and again. */
async function compiled({ source, variableValues, contextValue }: GraphQLArgs) {
  const document = parse(source);
  const run = compileDocument(schema, document);
  if (!run) throw new Error('the query cannot be compiled');
  return run({ schema, document, contextValue, variableValues: variableValues ?? null });
}

/**
 * One request, as the server would make it, without HTTP.
 * @param execute graphql-js, or what is compiled for the query
 */
export async function ask(
  database: Database,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  execute: typeof graphql = graphql,
  options: GraphOptions = {},
): Promise<Asked> {
  const reader = database.reader();
  const graph = new Graph(reader, options);
  try {
    const { data, errors } = await execute({
      schema,
      source,
      variableValues,
      contextValue: { graph, extractor: null, wholeTexts: true },
    });
    const code = (errors?.[0]?.originalError as AppError | undefined)?.code;
    // graphql-js makes objects without a prototype, which never equal plain ones
    const plain = data == null ? data : JSON.parse(JSON.stringify(data));
    return { data: plain, errors, code, statements: graph.explained, cost: graph.cost.nodes };
  } finally {
    await reader.close();
  }
}

/** The same by way of a function made for the query. */
export const askCompiled = (
  database: Database,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Asked> => ask(database, source, variableValues, compiled as typeof graphql);
