import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DocumentNode, parse, validate } from 'graphql';
import { TimeoutError } from '../../errors.ts';
import type { Admit } from '../../graph/cost.ts';
import type { Ask, Asked, Assets } from '../../pages/pages.ts';
import type { GraphQLApi } from '../answer/graphql.ts';
import { inPlace, type QueryServing, refuseOverloaded, takePoint } from '../answer/serve-query.ts';
import { refuse, send } from '../http/answer.ts';
import { exchangeOf } from '../http/exchange.ts';
import { pathOf, redirect, type Serve, withoutSlash } from '../http/router.ts';
import type { Switches } from '../switches.ts';
import { isFilePage } from './pages.ts';

export interface PageServing extends QueryServing {
  readonly development: boolean;
  readonly open: Pick<Switches, 'graphiql' | 'tools' | 'preview'>;
  readonly assets: Assets;
}

export interface PageServer {
  /** Answers a GET of any path that no other route has. */
  readonly serve: Serve;
  /** Renders every kind of page once, so that the first reader does not wait. */
  readonly warm: (signal: AbortSignal) => Promise<void>;
}

/** Pages run their own scripts, take styles from their file and contact this server only. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Parses and validates each of the few operations of pages once. */
function parsed(api: GraphQLApi, known: Map<string, DocumentNode>, text: string): DocumentNode {
  const found = known.get(text);
  if (found) return found;
  const document = parse(text);
  const [mistake] = validate(api.schema, document);
  if (mistake) throw mistake;
  known.set(text, document);
  return document;
}

/** Runs an operation as any client does, but without HTTP. */
function asking(
  api: GraphQLApi,
  known: Map<string, DocumentNode>,
  textOf: (operation: object) => string,
  given: IncomingMessage['headers'],
  signal: AbortSignal,
  admit: Admit,
): Ask {
  const headers = { get: (name: string) => (given[name] as string | undefined) ?? null };
  return async (operation, variables) => {
    const document = parsed(api, known, textOf(operation));
    const result = await api.answer(
      { schema: api.schema, document, variableValues: variables as Record<string, unknown> },
      { signal, headers, admit },
    );
    // JSON turns values into what would travel: dates into texts, errors as a client sees them.
    const { data, errors = [] } = JSON.parse(JSON.stringify(result)) as Asked<never>;
    return { data: data ?? null, errors };
  };
}

const wantsPage = ({ headers: { accept = '' } }: IncomingMessage) => /\btext\/html\b/.test(accept);

/**
 * Serves pages. Like a query, each takes a place, has a deadline and is charged for what it reads.
 */
export function pageServer(serving: PageServing): PageServer {
  const { api, clients, gate, rate, log, timeoutMs } = serving;
  const known = new Map<string, DocumentNode>();
  // Imported on first use, because it takes longer to load than the API should wait.
  const room = () => import('../../pages/pages.ts');

  async function answerInTime(req: IncomingMessage, res: ServerResponse, admit: Admit) {
    const abort = new AbortController();
    const timer = setTimeout(
      () => abort.abort(new TimeoutError('the page took too long; try again in a moment.')),
      timeoutMs,
    );
    const over = new Promise<void>((resolve) =>
      abort.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    res.once('close', () => res.writableFinished || abort.abort());
    const answer = async () => {
      const { answerPage, textOf } = await room();
      const url = new URL(req.url ?? '/', `http://${req.headers.host ?? 'localhost'}`);
      const ask = asking(api, known, textOf, req.headers, abort.signal, admit);
      const { status, headers, text } = await answerPage(url, ask, serving);
      send(res, status, { ...headers, 'content-security-policy': POLICY }, text);
    };
    try {
      await Promise.race([answer(), over]);
      const { reason } = abort.signal;
      if (reason instanceof TimeoutError) refuse(res, 504, reason.code, reason.message);
    } catch (error) {
      if (!abort.signal.aborted)
        log.error({ err: error, requestId: exchangeOf(res)?.id }, 'a page failed');
      refuse(res, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
    } finally {
      clearTimeout(timer);
    }
  }

  const isKnownPage = async (path: string) =>
    isFilePage(path, serving.open) || (await room()).isPage(path);

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const bare = withoutSlash(pathOf(req));
    if (bare !== '' && bare !== pathOf(req) && (await isKnownPage(bare)))
      return redirect(req, res, bare);
    // People get a page that says so; programs get an error as JSON.
    if (!wantsPage(req) && !(await room()).isPage(pathOf(req)))
      return refuse(res, 404, 'BAD_USER_INPUT', 'nothing is here; the API is at /graphql.');
    const client = clients.of(req);
    if (!takePoint(serving, client, res)) return;
    if (!(await gate.enter(client))) return refuseOverloaded(res);
    const admit: Admit = ({ points }) => rate.charge(client, points);
    await inPlace(serving, client, res, () => answerInTime(req, res, admit));
  }

  async function warm(signal: AbortSignal): Promise<void> {
    const { answerPage, textOf, warmPages } = await room();
    const ask = asking(api, known, textOf, {}, signal, () => {});
    const open = (address: string) =>
      answerPage(new URL(address, 'http://localhost'), ask, serving);
    await warmPages(open, ask, signal);
  }
  return { serve, warm };
}
