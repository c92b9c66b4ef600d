import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import type { Context, ExtractorQuality } from '../../../schema/builder.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import type { Stop } from '../../db/read/reader.ts';
import { AppError } from '../../errors.ts';
import type { Admit } from '../../graph/cost.ts';
import type { Degrees } from '../../graph/degrees.ts';
import { type Explained, Graph } from '../../graph/graph.ts';
import type { Previews } from '../../ingest/ingest.ts';
import { REQUEST_ID } from '../http/exchange.ts';
import { checkVariables } from '../limits/variables.ts';
import { type BrowserAddress, browserLink } from '../neo4j-browser/browser.ts';
import { browserText } from '../neo4j-browser/cypher-literal.ts';
import type { Trace } from '../observe/trace.ts';
import { executeCompiled } from './compiled.ts';
import { requestIdOf } from './errors.ts';
import { sizeOf, tooLarge } from './serialise.ts';

const NO_BROWSER: BrowserAddress = { url: null, bolt: '' };

export interface OperationOptions {
  /** Address of Neo4j Browser, for links to explained statements. */
  readonly browser?: BrowserAddress;
  readonly config: Pick<
    Config,
    'ENTENTE_PROFILE' | 'READ_TIMEOUT_MS' | 'REQUEST_TIMEOUT_MS' | 'ANSWER_BYTES_MAX'
  >;
  readonly database: Database;
  readonly extractor: ExtractorQuality | null;
  readonly degrees: Degrees;
  /** Reads documents without storing them; null where previews are switched off. */
  readonly previews?: Previews | null;
}

/** What an operation needs to know of its client. */
export interface Asker {
  readonly signal: Stop;
  readonly headers: { get(name: string): string | null };
  /** Receives the price before anything is read, and may throw to refuse it. */
  readonly admit?: Admit;
  /** Called with the milliseconds that Neo4j took, when everything is read. */
  readonly onRead?: (ms: number) => void;
  readonly trace?: Trace | null;
}

/** Executes one valid operation for a client; its errors are already masked. */
export type Answer = (args: ExecutionArgs, asker: Asker) => Promise<ExecutionResult>;

/** Replaces the driver's integers by numbers. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('toNumber' in value && typeof value.toNumber === 'function') return value.toNumber();
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

/** A statement as sent; `browser` can be pasted into Neo4j Browser, `browserUrl` opens it there. */
function explain(one: Explained, address: BrowserAddress) {
  const browser = browserText(one.cypher, one.params);
  return {
    ...one,
    params: plain(one.params),
    browser,
    browserUrl: browserLink(address, browser),
    ms: Math.round(one.ms * 100) / 100,
  };
}

type Told = { readonly [name: string]: unknown };

function withExtensions(result: ExecutionResult, told: Told): ExecutionResult {
  if (Object.keys(told).length === 0) return result;
  return { ...result, extensions: { ...result.extensions, ...told } };
}

/**
 * Makes the function that executes operations. Each operation has a reader of its own, closed when
 * it has answered. The answer's extensions hold its cost and, on request, its statements. An answer
 * that is too large is replaced by an error.
 * @param mask turns an error into what a client may see of it
 */
export function answering(
  { config, database, degrees, extractor, previews = null, browser = NO_BROWSER }: OperationOptions,
  mask: (error: unknown) => GraphQLError,
): Answer {
  const development = config.ENTENTE_PROFILE === 'development';
  const execute = executeCompiled();
  return async (args, { signal, headers, admit, onRead, trace }) => {
    const reader = database.reader({
      timeoutMs: config.READ_TIMEOUT_MS,
      deadline: performance.now() + config.REQUEST_TIMEOUT_MS,
      signal,
    });
    const explained = development && headers.get('x-entente-explain') === 'true';
    const planning = trace?.start('graphql.plan');
    const graph = new Graph(trace ? trace.reader(reader) : reader, {
      named: explained,
      degrees,
      wholeTexts: development,
      admit: (cost) => {
        planning?.end();
        admit?.(cost);
      },
    });
    const contextValue: Context = {
      ...{ graph, extractor, wholeTexts: development },
      previews: previews && { read: (input) => previews.read(input, signal) },
    };
    let result: ExecutionResult;
    try {
      checkVariables(args.variableValues);
      result = await execute({ ...args, contextValue });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      result = { errors: [new GraphQLError(error.message, { originalError: error })] };
    } finally {
      planning?.end();
      onRead?.(graph.explained.reduce((sum, { ms }) => sum + ms, 0));
      void reader.close().catch(() => {});
    }
    const masked = (error: unknown) => {
      const requestId = headers.get(REQUEST_ID);
      if (requestId) requestIdOf.set(error as object, requestId);
      return mask(error);
    };
    const cost = graph.cost.nodes > 0 ? { cost: graph.cost } : {};
    if (sizeOf(result.data, config.ANSWER_BYTES_MAX) >= config.ANSWER_BYTES_MAX)
      return withExtensions({ errors: [masked(tooLarge(config.ANSWER_BYTES_MAX))] }, cost);
    return withExtensions(
      result.errors ? { ...result, errors: result.errors.map(masked) } : result,
      {
        ...cost,
        ...(explained ? { explain: graph.explained.map((one) => explain(one, browser)) } : {}),
      },
    );
  };
}
