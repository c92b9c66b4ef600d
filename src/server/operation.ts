import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Context, ExtractorQuality } from '../../schema/builder.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Degrees } from '../graph/degrees.ts';
import { type Explained, Graph } from '../graph/graph.ts';
import { REQUEST_ID } from './answer.ts';
import { executeCompiled } from './compiled.ts';
import { browserParameters } from './cypher-literal.ts';
import { requestIdOf } from './errors.ts';

export interface OperationOptions {
  readonly config: Pick<Config, 'ENTENTE_PROFILE' | 'READ_TIMEOUT_MS' | 'REQUEST_TIMEOUT_MS'>;
  readonly database: Database;
  readonly extractor: ExtractorQuality | null;
  readonly degrees: Degrees;
}

/** What an operation needs to know of who asks. */
interface Asker {
  readonly signal: AbortSignal;
  readonly headers: { get(name: string): string | null };
}

/** Executes one good operation for somebody; its errors are what a client may see. */
export type Answer = (args: ExecutionArgs, asker: Asker) => Promise<ExecutionResult>;

/** Integers of the driver as plain numbers. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('toNumber' in value && typeof value.toNumber === 'function') return value.toNumber();
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

/** A statement as it was sent; `browser` sets its parameters in Neo4j Browser. */
const explain = (one: Explained) => ({
  ...one,
  params: plain(one.params),
  browser: browserParameters(one.params),
  ms: Math.round(one.ms * 100) / 100,
});

/**
 * One reader per operation, closed when it has answered. Tells what the request cost, and on demand
 * which statements it was read with.
 * @param mask makes of an error what a client may see of it
 */
export function answering(
  { config, database, degrees, extractor }: OperationOptions,
  mask: (error: unknown) => GraphQLError,
): Answer {
  const development = config.ENTENTE_PROFILE === 'development';
  const execute = executeCompiled();
  return async (args, { signal, headers }) => {
    const reader = database.reader({
      timeoutMs: config.READ_TIMEOUT_MS,
      deadline: performance.now() + config.REQUEST_TIMEOUT_MS,
      signal,
    });
    const explained = development && headers.get('x-entente-explain') === 'true';
    const graph = new Graph(reader, { named: explained, degrees });
    const contextValue: Context = { graph, extractor, wholeTexts: development };
    let result: ExecutionResult;
    try {
      result = await execute({ ...args, contextValue });
    } finally {
      void reader.close().catch(() => {});
    }
    const requestId = headers.get(REQUEST_ID);
    const errors = result.errors?.map((error) => {
      if (requestId) requestIdOf.set(error, requestId);
      return mask(error);
    });
    const told = {
      ...(graph.cost.nodes > 0 ? { cost: graph.cost } : {}),
      ...(explained ? { explain: graph.explained.map(explain) } : {}),
    };
    return {
      ...result,
      ...(errors ? { errors } : {}),
      ...(Object.keys(told).length > 0 ? { extensions: { ...result.extensions, ...told } } : {}),
    };
  };
}
