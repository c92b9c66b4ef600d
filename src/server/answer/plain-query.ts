import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DocumentNode, getOperationAST } from 'graphql';
import { JSON_TYPE, send } from '../http/answer.ts';
import { cacheOf } from './get-query.ts';
import type { GraphQLApi } from './graphql.ts';
import type { Asker } from './operation.ts';
import { serialise } from './serialise.ts';

interface Params {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** A request with any other key, even `extensions`, is left to yoga. */
const KNOWN: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

function paramsOf(body: Buffer): Params | null {
  try {
    const params: unknown = JSON.parse(body.toString('utf8'));
    const { query, variables, operationName } = params as Params;
    const sound =
      typeof query === 'string' &&
      (variables == null || (typeof variables === 'object' && !Array.isArray(variables))) &&
      (operationName == null || typeof operationName === 'string') &&
      Object.keys(params as object).every((name) => KNOWN.has(name));
    return sound ? (params as Params) : null;
  } catch {
    return null;
  }
}

function isPlain(req: IncomingMessage): boolean {
  const { 'content-type': type = '', accept = '' } = req.headers;
  return (
    (req.method === 'GET' || /^application\/json *(?:; *charset=utf-8 *)?$/i.test(type)) &&
    /^(?:|\*\/\*|application\/json(?:, *(?:text\/plain, *)?\*\/\*)?)$/.test(accept)
  );
}

interface Result {
  readonly errors?: readonly { toJSON(): { extensions?: Record<string, unknown> } }[];
}

interface Http {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Moves the status and headers that errors ask for from the body to the answer. */
function withStatus(result: Result): { status: number; headers: object; body: object } {
  if (!result.errors) return { status: 200, headers: {}, body: result };
  let [status, headers] = [200, {}];
  const errors = result.errors.map((error) => {
    const { extensions: { http = {}, ...extensions } = {}, ...rest } = error.toJSON();
    const told = http as Http;
    if ((told.status ?? 200) > status) status = told.status!;
    headers = { ...headers, ...told.headers };
    return { ...rest, extensions };
  });
  return { status, headers, body: { ...result, errors } };
}

/** @returns the document if yoga's plugins accept it; null otherwise */
function goodDocument(
  { yoga, good }: GraphQLApi,
  params: Params,
  request: object,
): DocumentNode | null {
  const known = good.get(params.query);
  if (known) return known;
  const { schema, parse, validate } = yoga.getEnveloped({ request, params } as never);
  try {
    const document = parse(params.query) as DocumentNode;
    // The limits throw; other mistakes are returned as a list.
    if (validate(schema, document).length > 0) return null;
    good.set(params.query, document);
    return document;
  } catch {
    return null;
  }
}

/**
 * Answers the common case without fetch objects: a valid query, POSTed as JSON or in the address,
 * answered as JSON. It uses yoga's own limits and execution. Everything else, including every
 * mistake, is left to yoga, so that errors have one form.
 * @returns whether it was answered
 */
export async function answerPlainQuery(
  api: GraphQLApi,
  req: IncomingMessage,
  res: ServerResponse,
  body: Buffer,
  asker: Asker,
): Promise<boolean> {
  const params = isPlain(req) ? paramsOf(body) : null;
  if (!params) return false;
  const { signal, headers, trace } = asker;
  const judge = () => goodDocument(api, params, { signal, headers, method: 'POST', url: req.url });
  const document = trace ? await trace.within('graphql.validate', judge) : judge();
  if (!document || getOperationAST(document, params.operationName)?.operation !== 'query')
    return false;
  const result = await api.answer(
    {
      schema: api.schema,
      document,
      variableValues: params.variables,
      operationName: params.operationName,
    },
    asker,
  );
  const { status, headers: told, body: said } = withStatus(result as Result);
  const write = () => serialise(said, api.answerBytesMax);
  const text = await (trace ? trace.within('graphql.serialise', write) : write());
  const kept = req.method === 'GET' ? cacheOf(status === 200 && !result.errors) : {};
  send(res, status, { ...JSON_TYPE, ...told, ...kept }, text);
  return true;
}
