import { entityAddress, identitiesAddress } from '../address.ts';
import { csvOf } from '../csv.ts';
import { download } from '../files.ts';
import type { ApiError, Ask } from '../operations/graphql.ts';
import { type CandidateData, Candidates, NameOf } from '../operations/identity.ts';
import { COMPARED, IdentitiesPage } from '../view/identity/IdentitiesPage.tsx';
import { partOf, wholeOf } from '../whole.ts';
import { chanceOf, count, type Kind } from '../words.ts';
import * as page from './page.ts';
import { notHere } from './sorry.tsx';

const FIRST = 20;
const FILE_PAGE = 100;

const COLUMNS = [
  ...['id', 'kind', 'left', 'leftName', 'right', 'rightName', 'chance', 'logOdds', 'newPaths'],
  ...['reasons', 'leftAddress', 'rightAddress'],
];

interface Question {
  readonly kinds: Kind[] | null;
  readonly of: string | null;
}

/** All pairs, as far as a file goes; none where one of the pages could not be read. */
async function whole(ask: Ask, question: Question) {
  let total = 0;
  let errors: readonly ApiError[] = [];
  const part = async (after: string | null) => {
    const answer = await ask(Candidates, { ...question, first: FILE_PAGE, after });
    const found = answer.data?.identityCandidates;
    if (!found) {
      errors = answer.errors;
      return null;
    }
    total = found.totalCount;
    return partOf(found);
  };
  const first = await part(null);
  const { rows: pairs } = await wholeOf(first ?? { rows: [], next: null }, part);
  return { pairs, total, errors };
}

/** Both values, the sentence and the weight of each reason. */
const inCell = ({ reasons }: CandidateData): string =>
  reasons
    .map(
      ({ feature, left, right, weight, sentence }) =>
        `${weight.toFixed(2)} ${feature} [${left} | ${right}] ${sentence}`,
    )
    .join('\n');

function fileOf(
  format: 'csv' | 'json',
  pairs: readonly CandidateData[],
  total: number,
  origin: string,
) {
  const name =
    pairs.length < total ? `Identities first ${pairs.length} of ${total}` : 'Identities to review';
  const rows = pairs.map((pair) => {
    const { pairId, left, right, score, paths } = pair;
    return [
      ...[pairId, left.__typename, left.id, left.name, right.id, right.name],
      ...[chanceOf(score).toFixed(4), score, paths, inCell(pair)],
      ...[left, right].map(({ id }) => `${origin}${entityAddress(id)}`),
    ];
  });
  const text =
    format === 'csv'
      ? csvOf(COLUMNS, rows)
      : `${JSON.stringify({ identityCandidates: { totalCount: total, pairs } }, null, 2)}\n`;
  return download(format, name, text);
}

/** `/identities`: pairs that may be one. Judging them is left to operators. */
export async function identitiesRoute({
  url,
  ask,
}: page.PageRequest): Promise<page.Shown | page.Sent> {
  const { kind, of, after } = page.parametersOf(url, ['kind', 'of', 'after']);
  const chosen = COMPARED.find((name) => name === kind) ?? null;
  const question = { kinds: chosen ? [chosen] : null, of: of ?? null };
  const format = url.searchParams.get('format');
  if (format === 'csv' || format === 'json') {
    const { pairs, total, errors } = await whole(ask, question);
    if (errors.length === 0) return fileOf(format, pairs, total, url.origin);
  }
  const [{ data, errors }, named] = await Promise.all([
    ask(Candidates, { ...question, first: FIRST, after: after ?? null }),
    of ? ask(NameOf, { id: of }) : null,
  ]);
  const found = data?.identityCandidates;
  const entity = named?.data?.entity ?? null;
  if (of && !entity && errors.length === 0) return notHere('/identities', of);
  return {
    status: page.statusOf(errors),
    page: 'identities',
    head: {
      title: `${entity ? `Who may be ${entity.name}` : 'Identities to review'} · Entente`,
      description: `${count(found?.totalCount ?? 0, 'pair')} of names that may be one and the same, with what speaks for and against it.`,
      canonical: identitiesAddress({ kind: chosen, of }),
      index: false,
    },
    body: (
      <IdentitiesPage
        kind={chosen}
        of={entity}
        pairs={found?.edges.map(({ node }) => node) ?? []}
        total={found?.totalCount ?? 0}
        after={after ?? null}
        next={found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null}
        problem={page.problemOf(errors)}
      />
    ),
  };
}
