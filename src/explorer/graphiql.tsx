import './graphiql/monaco.ts';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './graphiql/graphiql.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { type Operation, readJson } from './ask.ts';
import { Answer } from './graphiql/Answer.tsx';
import { examplesPlugin, isNarrow } from './graphiql/examples.tsx';
import { Start } from './graphiql/Start.tsx';

const HEADERS = JSON.stringify({ 'x-entente-explain': 'false' }, null, 2);
/** Most tabs of the first visit; the menu of examples has the others. */
const TABS = 5;

const operations = await readJson<Operation[]>('/operations.json');
const address = new URLSearchParams(location.search);
const asked = address.get('query');
const given = address.get('variables') ?? '';
const tabs = operations
  .slice(0, TABS)
  .map(({ query, variables }) => ({ query, variables, headers: HEADERS }));
const examples = examplesPlugin(operations);
const plugins = [HISTORY_PLUGIN, explorerPlugin(), examples];

createRoot(document.getElementById('root')!).render(
  <main>
    <h1 className="unseen">GraphiQL</h1>
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: '/graphql' })}
      {...(asked
        ? { initialQuery: asked, initialVariables: given, initialHeaders: HEADERS }
        : tabs.length > 0
          ? { defaultTabs: tabs }
          : {})}
      plugins={plugins}
      visiblePlugin={operations.length > 0 && !isNarrow() ? examples : undefined}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders
    >
      <GraphiQL.Logo>
        <a className="graphiql-logo-link" href="/">
          Entente
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <Answer />
        <Start run={!asked || address.get('run') === 'true'} />
      </GraphiQL.Footer>
    </GraphiQL>
  </main>,
);
