import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useRef } from 'react';
import type { Operation } from '../ask.ts';

export const isNarrow = () => matchMedia('(max-width: 720px)').matches;

/** The name of an operation, under which the server finds it. */
const nameIn = (query: string): string => /^\s*query\s+(\w+)/m.exec(query)?.[1] ?? '';

/** Opens an example in a new tab, or in the tab that has it, and runs it. */
function useOpen() {
  const { addTab, changeTab, run, setOperationName, setVisiblePlugin } = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const tabs = useGraphiQL((state) => state.tabs);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return ({ query, variables }: Operation) => {
    const open = tabs.findIndex((tab) => tab.query?.trim() === query.trim());
    if (open >= 0) changeTab(open);
    else {
      addTab();
      editors.queryEditor?.setValue(query);
      editors.variableEditor?.setValue(variables);
    }
    setOperationName(nameIn(query));
    if (isNarrow()) setVisiblePlugin(null);
    // The editors pass their texts to the store with a delay.
    clearTimeout(timer.current);
    timer.current = setTimeout(run, 50);
  };
}

function Examples({ operations }: { operations: readonly Operation[] }) {
  const open = useOpen();
  return (
    <div className="examples">
      <h2>Examples</h2>
      {operations.map((operation) => (
        <button type="button" key={operation.name} onClick={() => open(operation)}>
          {operation.title}
        </button>
      ))}
      <p>
        Set the header <code>x-entente-explain</code> to <code>true</code> to see the Cypher of an
        answer.
      </p>
      <p>
        <a href="/">Start page</a> · <a href="/cypher">Neo4j Browser</a>
      </p>
    </div>
  );
}

const Icon = () => (
  <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M3 3h10M3 8h10M3 13h6" />
  </svg>
);

export const examplesPlugin = (operations: readonly Operation[]): GraphiQLPlugin => ({
  title: 'Examples',
  icon: Icon,
  content: () => <Examples operations={operations} />,
});
