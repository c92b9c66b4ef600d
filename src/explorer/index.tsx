import './style.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ask, type Operation, readJson } from './ask.ts';

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
const factsOf = (id: string) => `{
  node(id: "${id}") {
    ... on Entity {
      name
      aliases
      relationships(first: 20) {
        edges { node { type source { name } target { name } modality confidence statements(first: 1) { edges { node { quote document { title publishedOn } } } } } }
      }
    }
  }
}`;
const inGraphiQL = (query: string) => `/graphiql?query=${encodeURIComponent(query)}`;

function useAnswer<T>(
  read: () => Promise<T>,
  key: string,
): { value: T | null; error: string | null } {
  const [answer, setAnswer] = useState<{ value: T | null; error: string | null }>({
    value: null,
    error: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `read` depends on
  useEffect(() => {
    let current = true;
    read().then(
      (value) => current && setAnswer({ value, error: null }),
      (error: Error) => current && setAnswer({ value: null, error: error.message }),
    );
    return () => {
      current = false;
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
              <a href={inGraphiQL(factsOf(node.id))}>{node.name}</a>
              {matchedName !== node.name && <span className="quiet"> also “{matchedName}”</span>}
            </span>
            <span className="quiet">
              {node.__typename.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()},{' '}
              {node.statementCount} statements
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
        {value?.map(({ name, title, query }) => (
          <li key={name}>
            <a href={inGraphiQL(query)}>{title}</a>
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
      <a href="/graphiql">GraphiQL</a>
      <a href="/cypher">Neo4j Browser</a>
      <a href="/health/ready">Health</a>
    </nav>
    <Search />
    <Counts />
    <Examples />
    <p className="quiet">
      Facts are what documents say. Being listed here is not proof of wrongdoing.
    </p>
  </main>,
);
