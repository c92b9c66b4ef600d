import { listAddress } from '../address.ts';
import { csvOf, download } from '../files.ts';
import { ListPage, manyOf } from '../view/ListPage.tsx';
import { isKind } from '../words.ts';
import { type ListQuestion, readList } from './list-rows.ts';
import {
  type PageRequest,
  parametersOf,
  problemOf,
  type Sent,
  type Shown,
  statusOf,
} from './page.ts';
import { notHere } from './sorry.tsx';

/** `/list/:kind`: all of a kind, filtered and in order. */
export async function listRoute({ url, ask }: PageRequest, kind: string): Promise<Shown | Sent> {
  if (!isKind(kind) && kind !== 'Document') return notHere('/list/ArmsSale', `a list of “${kind}”`);
  const question: ListQuestion = parametersOf(url, ['q', 'sort', 'since', 'until', 'after']);
  const list = await readList(ask, kind, question);
  const format = url.searchParams.get('format');
  if (format === 'csv')
    return download(
      format,
      manyOf(kind),
      csvOf(
        ['id', 'name', ...list.columns, 'address'],
        list.rows.map(({ id, name, cells, href }) => [id, name, ...cells, `${url.origin}${href}`]),
      ),
    );
  if (format === 'json')
    return download(format, manyOf(kind), `${JSON.stringify(list, null, 2)}\n`);
  const { after: _, ...same } = question;
  return {
    status: statusOf(list.errors),
    page: 'list',
    head: {
      title: `${manyOf(kind)} · Entente`,
      description: `${list.total} ${manyOf(kind).toLowerCase()}, with their dates and sources.`,
      canonical: listAddress(kind, { ...same }),
    },
    body: <ListPage kind={kind} question={question} list={list} problem={problemOf(list.errors)} />,
  };
}
