import { listAddress } from '../address.ts';
import { csvOf } from '../csv.ts';
import { download } from '../files.ts';
import type { Ask } from '../operations/graphql.ts';
import { ListPage, manyOf } from '../view/ListPage.tsx';
import { wholeOf } from '../whole.ts';
import { isKind, type Kind } from '../words.ts';
import { type Listed, type ListQuestion, readList } from './list-rows.ts';
import * as page from './page.ts';
import { notHere } from './sorry.tsx';

/** A list with its further pages, as far as a file goes. */
async function whole(ask: Ask, kind: Kind | 'Document', question: ListQuestion): Promise<Listed> {
  const list = await readList(ask, kind, question);
  const all = await wholeOf(list, async (after) => {
    const more = await readList(ask, kind, { ...question, after });
    return more.errors.length > 0 ? null : more;
  });
  return { ...list, ...all };
}

function fileOf(format: 'csv' | 'json', kind: Kind | 'Document', list: Listed, origin: string) {
  const { columns, rows, total } = list;
  const name =
    rows.length < total ? `${manyOf(kind)} first ${rows.length} of ${total}` : manyOf(kind);
  const addressed = ['id', 'name', ...columns, 'address'];
  const cells = rows.map((row) => [row.id, row.name, ...row.cells, `${origin}${row.href}`]);
  const text = format === 'csv' ? csvOf(addressed, cells) : `${JSON.stringify(list, null, 2)}\n`;
  return download(format, name, text);
}

/** `/list/:kind`: all of a kind, filtered and sorted. */
export async function listRoute(
  { url, ask }: page.PageRequest,
  kind: string,
): Promise<page.Shown | page.Sent> {
  if (!isKind(kind) && kind !== 'Document') return notHere('/list/ArmsSale', `a list of “${kind}”`);
  const question: ListQuestion = page.parametersOf(url, ['q', 'sort', 'since', 'until', 'after']);
  const format = url.searchParams.get('format');
  if (format === 'csv' || format === 'json')
    return fileOf(format, kind, await whole(ask, kind, question), url.origin);
  const list = await readList(ask, kind, question);
  const { after: _, ...same } = question;
  return {
    status: page.statusOf(list.errors),
    page: 'list',
    head: {
      title: `${manyOf(kind)} · Entente`,
      description: `${list.total} ${manyOf(kind).toLowerCase()}, with their dates and sources.`,
      canonical: listAddress(kind, { ...same }),
    },
    body: (
      <ListPage kind={kind} question={question} list={list} problem={page.problemOf(list.errors)} />
    ),
  };
}
