import { useGraphiQL } from '@graphiql/react';
import { useEffect, useRef, useState } from 'react';
import { Table } from '../../pages/view/parts/Table.tsx';
import { save } from '../save.ts';
import { type Table as AnswerTable, csvOfTable, tableOf } from './table.ts';

function Rows({ table: { columns, rows } }: { table: AnswerTable }) {
  return (
    <Table label="The answer as a table" className="answer-table" columns={columns}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no names and do not move
        <tr key={i}>
          {row.map((cell, at) => (
            <td key={columns[at]}>{cell === null ? '' : String(cell)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** Buttons below an answer that show it as a table or save it as CSV. */
export function Answer() {
  const editor = useGraphiQL((state) => state.responseEditor);
  const [table, setTable] = useState<AnswerTable | null>(null);
  const [shown, setShown] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!editor) return;
    const look = () => setTable(tableOf(editor.getValue()));
    look();
    const listening = editor.onDidChangeModelContent(look);
    return () => listening.dispose();
  }, [editor]);
  useEffect(() => {
    if (shown) dialog.current?.showModal();
  }, [shown]);
  if (!table) return null;
  const rows = `${table.rows.length.toLocaleString('en')} ${table.rows.length === 1 ? 'row' : 'rows'}`;
  return (
    <div className="answer-actions">
      <button type="button" onClick={() => setShown(true)}>
        Table
      </button>
      <button
        type="button"
        onClick={() => save('answer.csv', new Blob([csvOfTable(table)], { type: 'text/csv' }))}
      >
        CSV
      </button>
      <span>{rows}</span>
      {shown && (
        <dialog ref={dialog} aria-label="The answer as a table" onClose={() => setShown(false)}>
          <form method="dialog">
            <span>{rows}</span> <button type="submit">Close</button>
          </form>
          <Rows table={table} />
        </dialog>
      )}
    </div>
  );
}
