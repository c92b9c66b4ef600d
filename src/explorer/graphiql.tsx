import './monaco.ts';
import 'graphiql/style.css';
import './graphiql.css';
import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { type Operation, readJson } from './ask.ts';

const HEADERS = JSON.stringify({ 'x-entente-explain': 'false' }, null, 2);
/** Tabs of the first visit; the others are in the menu of examples. */
const TABS = 5;

function Examples({ operations }: { operations: readonly Operation[] }) {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const open = ({ query, variables }: Operation) => {
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
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

function examplesPlugin(operations: readonly Operation[]): GraphiQLPlugin {
  return {
    title: 'Examples',
    icon: () => (
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M3 3h10M3 8h10M3 13h6" />
      </svg>
    ),
    content: () => <Examples operations={operations} />,
  };
}

const operations = await readJson<Operation[]>('/operations.json');
const address = new URLSearchParams(location.search);
const asked = address.get('query');
const given = address.get('variables') ?? '';
const tabs = operations
  .slice(0, TABS)
  .map(({ query, variables }) => ({ query, variables, headers: HEADERS }));
const examples = examplesPlugin(operations);

createRoot(document.getElementById('root')!).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: '/graphql' })}
    {...(asked
      ? { initialQuery: asked, initialVariables: given, initialHeaders: HEADERS }
      : tabs.length > 0
        ? { defaultTabs: tabs }
        : {})}
    plugins={[HISTORY_PLUGIN, examples]}
    visiblePlugin={operations.length > 0 ? examples : undefined}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders
  />,
);
