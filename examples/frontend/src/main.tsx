import './style.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, cacheExchange, fetchExchange, Provider } from 'urql';
import { type Chosen, EntityBox } from './EntityBox.tsx';
import { PathList } from './PathList.tsx';

const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  // The server takes queries by POST from everywhere.
  preferGetMethod: false,
});

function App() {
  const [from, setFrom] = useState<Chosen | null>(null);
  const [to, setTo] = useState<Chosen | null>(null);
  return (
    <main>
      <h1>How are they tied?</h1>
      <EntityBox label="From" onChoose={setFrom} />
      <EntityBox label="To" onChoose={setTo} />
      {from && to && <PathList from={from.id} to={to.id} />}
      <p>
        <small>Being listed here is no proof of wrongdoing: facts are what documents say.</small>
      </p>
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Provider value={client}>
      <App />
    </Provider>
  </StrictMode>,
);
