import './style.css';
import { createRoot } from 'react-dom/client';
import { readTools } from './ask.ts';

const { browser, queries } = await readTools();

createRoot(document.getElementById('root')!).render(
  <main>
    <h1>Cypher</h1>
    <p>
      The same graph, in Neo4j Browser.{' '}
      {browser ? (
        <>
          It is at <a href={browser}>{browser}</a>; user and password were printed when the server
          started.
        </>
      ) : (
        'Open it at the Neo4j that this server uses; set NEO4J_BROWSER_URL to have links here.'
      )}
    </p>
    <nav aria-label="Pages">
      <a href="/">Start page</a>
    </nav>
    {queries.map(({ name, title, cypher, link }) => (
      <section key={name} aria-labelledby={name}>
        <h2 id={name}>{title}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <pre tabIndex={0}>{cypher}</pre>
        {link && <a href={link}>Open in Neo4j Browser</a>}
      </section>
    ))}
  </main>,
);
