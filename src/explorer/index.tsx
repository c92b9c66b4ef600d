import './style.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ask, type Operation, readJson, readTools } from './ask.ts';

interface Summary {
  readonly documents: number;
  readonly statements: number;
  readonly lastIngest: string | null;
  readonly entities: readonly { kind: string; count: number }[];
}
interface Hit {
  readonly matchedName: string;
  readonly node: {
    readonly id: string;
    readonly name: string;
    readonly __typename: string;
    readonly statementCount: number;
  };
}

const SUMMARY = '{ summary { documents statements lastIngest entities { kind count } } }';
const SEARCH = `query Search($query: String!) {
  search(query: $query, first: 10) { edges { node { matchedName node { __typename id name statementCount } } } }
}`;
const NAMES: Readonly<Record<string, string>> = {
  Person: 'people',
  Organisation: 'organisations',
  Country: 'countries',
  Agreement: 'agreements',
  WeaponSystem: 'weapon systems',
  ArmsSale: 'arms sales',
  Event: 'events',
  Place: 'places',
};

/** What is known of one entity, opened in GraphiQL. */
const factsOf = (id: string) => `query Facts {
  node(id: ${JSON.stringify(id)}) {
    ... on Entity {
      name
      aliases
      relationships(first: 20) {
        edges { node { type source { name } target { name } modality confidence statements(first: 1) { edges { node { quote document { title publishedOn } } } } } }
      }
    }
  }
}`;
const inGraphiQL = (query: string, variables = '') =>
  `/graphiql?${new URLSearchParams({ query, ...(variables ? { variables } : {}) })}`;

/** What one entity is tied to, opened in Neo4j Browser. */
function inBrowser(id: string): string | null {
  if (tools.browser === null || tools.bolt === null) return null;
  const cypher = `MATCH (e:Entity {id: ${JSON.stringify(id)}})-[r]-(other:Entity)\nRETURN e, r, other LIMIT 60`;
  return `${tools.browser}?${new URLSearchParams({ connectURL: tools.bolt, cmd: 'edit', arg: cypher })}`;
}
const tools = await readTools();
/** A pause in typing; every letter would be a request. */
const PAUSE_MS = 150;

function useAnswer<T>(
  read: () => Promise<T>,
  key: string,
  pauseMs = 0,
): { value: T | null; error: string | null } {
  const [answer, setAnswer] = useState<{ value: T | null; error: string | null }>({
    value: null,
    error: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `read` depends on
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      () =>
        read().then(
          (value) => current && setAnswer({ value, error: null }),
          (error: Error) => current && setAnswer({ value: null, error: error.message }),
        ),
      pauseMs,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  return answer;
}

function Search() {
  const [text, setText] = useState('');
  const query = text.trim();
  const { value: hits, error } = useAnswer(
    async () =>
      query
        ? (await ask<{ search: { edges: { node: Hit }[] } }>(SEARCH, { query })).search.edges.map(
            ({ node }) => node,
          )
        : [],
    query,
    PAUSE_MS,
  );
  return (
    <section aria-labelledby="search-heading">
      <h2 id="search-heading">Search</h2>
      <input
        type="search"
        aria-label="Search names"
        placeholder="A person, company, weapon system, agreement …"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p role="alert">{error}</p>}
      <ul className="plain" aria-live="polite">
        {hits?.map(({ node, matchedName }) => (
          <li key={node.id}>
            <span>
              {tools.graphiql ? <a href={inGraphiQL(factsOf(node.id))}>{node.name}</a> : node.name}
              {matchedName !== node.name && <span className="quiet"> also “{matchedName}”</span>}
            </span>
            <span className="quiet">
              {node.__typename.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()},{' '}
              {node.statementCount} {node.statementCount === 1 ? 'statement' : 'statements'}
              {inBrowser(node.id) && (
                <>
                  {' · '}
                  <a href={inBrowser(node.id) ?? ''} aria-label={`${node.name} in Neo4j Browser`}>
                    Neo4j Browser
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {query && hits?.length === 0 && !error && <p className="quiet">Nothing has that name.</p>}
    </section>
  );
}

function Counts() {
  const { value, error } = useAnswer(() => ask<{ summary: Summary }>(SUMMARY), '');
  if (error) return <p role="alert">{error}</p>;
  if (!value) return <p className="quiet">Counting …</p>;
  const { documents, statements, entities, lastIngest } = value.summary;
  const rows: readonly (readonly [string, number])[] = [
    ['documents', documents],
    ['statements', statements],
    ...entities.map(({ kind, count }) => [NAMES[kind] ?? kind, count] as const),
  ];
  return (
    <>
      <dl className="counts">
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {lastIngest && (
        <p className="quiet">Last read {new Date(lastIngest).toLocaleString('en')}.</p>
      )}
    </>
  );
}

function Examples() {
  const { value } = useAnswer(() => readJson<Operation[]>('/operations.json'), '');
  return (
    <section aria-labelledby="examples-heading">
      <h2 id="examples-heading">Questions to start with</h2>
      <ul className="plain">
        {value?.map(({ name, title, query, variables }) => (
          <li key={name}>
            <a href={inGraphiQL(query, variables)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

createRoot(document.getElementById('root')!).render(
  <main>
    <h1>Entente</h1>
    <p>
      Who met whom, who signed what, which arms sale was approved, and which sentence of which
      document says so.
    </p>
    <nav aria-label="Pages">
      {tools.graphiql && <a href="/graphiql">GraphiQL</a>}
      <a href="/cypher">Cypher</a>
      <a href="/health/ready">Health</a>
    </nav>
    <Search />
    <Counts />
    {tools.graphiql && <Examples />}
    <p className="quiet">
      Facts are what documents say. Being listed here is not proof of wrongdoing.
    </p>
  </main>,
);
