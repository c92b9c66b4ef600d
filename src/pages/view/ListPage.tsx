import { listAddress } from '../address.ts';
import { nodesCypher } from '../cypher.ts';
import { DATED, type Listed, type ListQuestion, sortsOf } from '../routes/list-rows.ts';
import { count, KIND_NAMES, KINDS, type Kind } from '../words.ts';
import { Downloads } from './parts/Downloads.tsx';
import { Table } from './parts/Table.tsx';

export const manyOf = (kind: Kind | 'Document'): string =>
  kind === 'Document' ? 'Documents' : KINDS[kind].many;

function Filters({ kind, question }: { kind: Kind | 'Document'; question: ListQuestion }) {
  return (
    <form className="filters" action={listAddress(kind)}>
      <label>
        Name holds
        <input type="search" name="q" maxLength={200} defaultValue={question.q} />
      </label>
      {DATED[kind] && (
        <>
          <label>
            Since
            <input
              name="since"
              maxLength={10}
              pattern="\d{4}(-\d{2}){0,2}"
              placeholder="2024-06"
              defaultValue={question.since}
            />
          </label>
          <label>
            Until
            <input
              name="until"
              maxLength={10}
              pattern="\d{4}(-\d{2}){0,2}"
              placeholder="2025"
              defaultValue={question.until}
            />
          </label>
        </>
      )}
      <label>
        In which order
        <select name="sort" defaultValue={question.sort ?? sortsOf(kind)[0]![0]}>
          {sortsOf(kind).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

/** Numbers are aligned, and dates are not wrapped. */
function classOf(cell: string | number | null): string | undefined {
  if (typeof cell === 'number') return 'number';
  return /^\d{4}(?:-\d{2}){1,2}$/.test(cell ?? '') ? 'date' : undefined;
}

/** Any list; its filters are in its address. */
export function ListPage({
  kind,
  question,
  list,
  problem,
}: {
  kind: Kind | 'Document';
  question: ListQuestion;
  list: Listed;
  problem: string | null;
}) {
  return (
    <>
      <nav className="facets" aria-label="Lists">
        {[...KIND_NAMES, 'Document' as const].map((name) => (
          <a key={name} href={listAddress(name)} aria-current={name === kind ? 'page' : undefined}>
            {manyOf(name)}
          </a>
        ))}
      </nav>
      <h1>{manyOf(kind)}</h1>
      <Filters kind={kind} question={question} />
      {problem && <p role="alert">{problem}</p>}
      <Table label={manyOf(kind)} className="table" columns={['Name', ...list.columns]}>
        {list.rows.map(({ id, href, name, cells }) => (
          <tr key={id}>
            <th scope="row">
              <a href={href}>{name}</a>
            </th>
            {cells.map((cell, i) => (
              <td key={list.columns[i]} className={classOf(cell)}>
                {typeof cell === 'number' ? cell.toLocaleString('en') : cell}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <p className="left-out">
        {list.rows.length.toLocaleString('en')} of {count(list.total, 'entry', 'entries')}.{' '}
        {list.next && (
          <a rel="next" href={listAddress(kind, { ...question, after: list.next })}>
            Show {Math.min(list.rows.length, list.total - list.rows.length).toLocaleString('en')}{' '}
            more
          </a>
        )}
      </p>
      <Downloads
        of={(format) => listAddress(kind, { ...question, after: undefined, format })}
        what={list.next || question.after ? 'all of them' : 'it'}
        formats={['csv', 'json']}
        cypher={nodesCypher(
          kind === 'Document' ? kind : 'Entity',
          list.rows.map(({ id }) => id),
        )}
      />
    </>
  );
}
