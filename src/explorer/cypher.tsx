import './style.css';
import { createRoot } from 'react-dom/client';
import { readTools } from './ask.ts';

const { browser, bolt, queries } = await readTools();

createRoot(document.getElementById('root')!).render(
  <main>
    <h1>Cypher</h1>
    <p>
      The same graph, in Neo4j Browser.{' '}
      {browser ? (
        <>
          <a href={`${browser}?${new URLSearchParams({ connectURL: bolt ?? '' })}`}>
            Open Neo4j Browser
          </a>
          ; the user is neo4j, and <code>npx entente neo4j status --password</code> shows the
          password. Served here, it asks no other host for anything.
        </>
      ) : (
        'Open it at the Neo4j that this server uses; set NEO4J_BROWSER_URL to have links here.'
      )}
    </p>
    <nav aria-label="Pages">
      <a href="/">Start page</a>
    </nav>
    {browser && (
      <section aria-labelledby="setup">
        <h2 id="setup">Guide and colours</h2>
        <p>
          With the Neo4j that this server starts both are there on connect. With another one, run
          these:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <pre tabIndex={0}>
          {`:guide ${location.origin}/cypher/guide.html\n:style ${location.origin}/cypher/style.grass`}
        </pre>
      </section>
    )}
    {queries.map(({ name, title, cypher, link }) => (
      <section key={name} aria-labelledby={name}>
        <h2 id={name}>{title}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <pre tabIndex={0}>{cypher}</pre>
        <p>
          {link && <a href={link}>Open in Neo4j Browser</a>}{' '}
          <a href={`/cypher/${name}.cypher`} download>
            {name}.cypher
          </a>
        </p>
      </section>
    ))}
  </main>,
);
