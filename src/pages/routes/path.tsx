import { address, pathAddress } from '../address.ts';
import { isFormat, tiesFile } from '../files.ts';
import { PathPage } from '../view/PathPage.tsx';
import { count } from '../words.ts';
import { pathsWithoutHubs } from './hubs.ts';
import { meant } from './meant.ts';
import * as page from './page.ts';
import { hubsFrom, namedIn, QUESTION_NAMES, variablesOf } from './path-question.ts';

const THROUGH_MAX = 2;
const AVOID_MAX = 10;

/** `/path?a=…&b=…`: paths between two entities. */
export async function pathRoute({ url, ask }: page.PageRequest): Promise<page.Shown | page.Sent> {
  const typed = page.parametersOf(url, QUESTION_NAMES);
  const all = (names: readonly string[]) => Promise.all(names.map((name) => meant(ask, name)));
  const [[from, to], through, avoid] = await Promise.all([
    Promise.all([meant(ask, typed.a), meant(ask, typed.b)]),
    all(namedIn(url, 'through', THROUGH_MAX)),
    all(namedIn(url, 'avoid', AVOID_MAX)),
  ]);
  const idsOf = (ends: typeof through) => ends.flatMap(({ entity }) => entity?.id ?? []);
  const by = { through: idsOf(through), avoid: idsOf(avoid) };
  // Recognised names become ids, so that one search has one address.
  const question = {
    ...typed,
    ...(by.through.length > 0 && { through: by.through.join(',') }),
    ...(by.avoid.length > 0 && { avoid: by.avoid.join(',') }),
  };
  const [a, b] = [from.entity, to.entity];
  const same = a !== null && a.id === b?.id;
  const variables = variablesOf(question, { from: a?.id ?? '', to: b?.id ?? '' }, by);
  const answer = a && b && !same && (await pathsWithoutHubs(ask, variables, hubsFrom(question)));
  const found = answer ? (answer.data?.paths ?? null) : null;
  const title = a && b ? `How ${a.name} and ${b.name} are tied` : 'Paths';
  const format = url.searchParams.get('format');
  if (found && isFormat(format)) {
    const ties = found.paths.flatMap(({ relationships }) => relationships);
    return tiesFile(format, title, { ties, whole: { paths: found }, origin: url.origin });
  }
  const errors = answer ? answer.errors : [];
  return {
    status: page.statusOf(errors),
    page: 'path',
    head: {
      title: `${title} · Entente`,
      description: found
        ? `${count(found.paths.length, 'path')}, step by step, each step with the sentence that says so.`
        : 'Two names, and how they are tied: step by step, each step with the sentence that says so.',
      canonical: a && b ? pathAddress({ ...question, a: a.id, b: b.id }) : address('/path'),
      index: false,
    },
    body: (
      <PathPage
        question={question}
        {...{ from, to, through, avoid, found, variables }}
        hubs={answer ? answer.hubs : []}
        problem={same ? 'Both are the same; name two.' : page.problemOf(errors)}
      />
    ),
  };
}
