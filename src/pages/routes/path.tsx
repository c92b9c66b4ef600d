import { address, pathAddress } from '../address.ts';
import { bibtexOf, cslOf, documentsOf, download, tiesAsCsv } from '../files.ts';
import type { Ask } from '../operations/graphql.ts';
import { Meant, Paths, type PathsData } from '../operations/path.ts';
import { type Format, isFormat } from '../view/Downloads.tsx';
import { type MeantEnd, PathPage } from '../view/PathPage.tsx';
import { count } from '../words.ts';
import {
  type PageRequest,
  parametersOf,
  problemOf,
  type Sent,
  type Shown,
  statusOf,
} from './page.ts';
import { QUESTION_NAMES, variablesOf } from './path-question.ts';

const TYPED_MAX = 200;
const OTHERS_SHOWN = 4;

/** Whom somebody means: an id is taken as it is, a name as whoever is called most like it. */
async function meant(ask: Ask, typed = ''): Promise<MeantEnd> {
  const text = typed.slice(0, TYPED_MAX);
  if (text === '') return { typed: '', entity: null, others: [] };
  const { data } = await ask(Meant, { id: text, query: text });
  if (data?.entity) return { typed: text, entity: data.entity, others: [] };
  const [best = null, ...others] = data?.search?.edges.map(({ node }) => node.node) ?? [];
  return { typed: text, entity: best, others: others.slice(0, OTHERS_SHOWN) };
}

function file(format: Format, name: string, found: PathsData, origin: string): Sent {
  const ties = found.paths.flatMap(({ relationships }) => relationships);
  const text = {
    csv: () => tiesAsCsv(ties, origin),
    json: () => `${JSON.stringify({ paths: found }, null, 2)}\n`,
    bibtex: () => bibtexOf(documentsOf(ties), origin),
    csl: () => cslOf(documentsOf(ties), origin),
  }[format]();
  return download(format, name, text);
}

/** `/path?a=…&b=…`: how two entities are tied. */
export async function pathRoute({ url, ask }: PageRequest): Promise<Shown | Sent> {
  const question = parametersOf(url, QUESTION_NAMES);
  const [from, to] = await Promise.all([meant(ask, question.a), meant(ask, question.b)]);
  const [a, b] = [from.entity, to.entity];
  const same = a !== null && a.id === b?.id;
  const variables = variablesOf(question, a?.id ?? '', b?.id ?? '');
  const answer = a && b && !same ? await ask(Paths, variables) : null;
  const found = answer?.data?.paths ?? null;
  const title = a && b ? `How ${a.name} and ${b.name} are tied` : 'Paths';
  const format = url.searchParams.get('format');
  if (found && isFormat(format)) return file(format, title, found, url.origin);
  const errors = answer?.errors ?? [];
  return {
    status: statusOf(errors),
    page: 'path',
    head: {
      title: `${title} · Entente`,
      description: found
        ? `${count(found.paths.length, 'path')}, step by step, each step with the sentence that says so.`
        : 'Two names, and how they are tied: step by step, each step with the sentence that says so.',
      // Names that were understood stand in it as ids, so that one question has one address.
      canonical: a && b ? pathAddress({ ...question, a: a.id, b: b.id }) : address('/path'),
      index: false,
    },
    body: (
      <PathPage
        question={question}
        from={from}
        to={to}
        found={found}
        variables={variables}
        problem={same ? 'Both are the same; name two.' : problemOf(errors)}
      />
    ),
  };
}
