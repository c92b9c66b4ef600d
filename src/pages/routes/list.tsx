import { listAddress } from '../address.ts';
import { csvOf } from '../csv.ts';
import { download } from '../files.ts';
import type { Ask } from '../operations/graphql.ts';
import { ListPage, manyOf } from '../view/ListPage.tsx';
import { isKind, type Kind } from '../words.ts';
import { type Listed, type ListQuestion, readList } from './list-rows.ts';
import * as page from './page.ts';
import { notHere } from './sorry.tsx';

/** Most entries of a file, whose name says when there are more. */
const ROWS_MAX = 2_000;

/** A list with its further pages, at most `ROWS_MAX`. */
async function whole(ask: Ask, kind: Kind | 'Document', question: ListQuestion): Promise<Listed> {
  const list = await readList(ask, kind, question);
  const rows = [...list.rows];
  let { next } = list;
  while (next !== null && rows.length < ROWS_MAX) {
    const more = await readList(ask, kind, { ...question, after: next });
    if (more.errors.length > 0) break;
    rows.push(...more.rows);
    next = more.next;
  }
  return { ...list, rows, next };
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
