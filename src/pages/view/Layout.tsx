import type { ReactNode } from 'react';

/** The head of a page. */
export interface Head {
  readonly title: string;
  readonly description: string;
  /** The canonical path of the page. */
  readonly canonical: string;
  /** JSON-LD of schema.org, for search engines and archives. */
  readonly jsonLd?: object;
  /** Whether search engines should index it. */
  readonly index?: boolean;
}

export interface Assets {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='4' cy='8' r='3' fill='%231f6f8b'/><circle cx='12' cy='8' r='3' fill='%23b5532a'/><path d='M4 8h8' stroke='%23667' stroke-width='1.5'/></svg>";

/** JSON inside a script element, escaped so that it cannot end the element. */
const jsonInScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Tools that the settings allow. */
export interface Tools {
  readonly graphiql: boolean;
  /** The saved queries for Neo4j Browser. */
  readonly tools: boolean;
  /** Previews of users' texts. */
  readonly preview: boolean;
}

/** An operation of the API with its variables. */
export interface Question {
  readonly query: string;
  readonly variables: object;
}

/** The address that runs the query in GraphiQL. */
export const graphiqlAddress = ({ query, variables }: Question): string =>
  `/graphiql?${new URLSearchParams({ query, variables: JSON.stringify(variables), run: 'true' })}`;

function Header({ query, tools }: { query: string; tools: Tools }) {
  return (
    <header className="top">
      <a className="brand" href="/">
        Entente
      </a>
      <search>
        <form action="/search" data-island="search">
          <input
            type="search"
            name="q"
            defaultValue={query}
            maxLength={200}
            aria-label="Search people, countries, agreements, sales, weapons"
            placeholder="Search people, countries, agreements, sales …"
          />
          <button type="submit">Search</button>
        </form>
      </search>
      <nav aria-label="Pages">
        <a href="/path">Path</a>
        <a href="/list/ArmsSale">Lists</a>
        {tools.preview && <a href="/read">Read a text</a>}
        {tools.tools && <a href="/cypher">Cypher</a>}
        {tools.graphiql && <a href="/graphiql">GraphiQL</a>}
      </nav>
    </header>
  );
}

export function Layout({
  head,
  assets,
  page,
  query = '',
  origin,
  tools,
  question,
  children,
}: {
  head: Head;
  assets: Assets;
  /** Name of the page, for the script that extends it. */
  page: string;
  query?: string;
  /** Origin of this server, such as `https://example.org`. */
  origin: string;
  tools: Tools;
  /** The page's query to the API. */
  question?: Question | undefined;
  children: ReactNode;
}) {
  const canonical = `${origin}${head.canonical}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        <meta name="description" content={head.description} />
        <meta property="og:title" content={head.title} />
        <meta property="og:description" content={head.description} />
        {head.index === false && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={canonical} />
        <link rel="icon" href={ICON} />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
        {head.jsonLd && (
          <script
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, whose every sign that HTML knows is escaped
            dangerouslySetInnerHTML={{ __html: jsonInScript(head.jsonLd) }}
          />
        )}
      </head>
      <body data-page={page} data-tools={tools.tools ? 'open' : undefined}>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <Header query={query} tools={tools} />
        <main id="main" className={page}>
          {children}
        </main>
        <footer className="bottom">
          <p>Being listed here is no proof of wrongdoing: facts are what documents say.</p>
          {question && tools.graphiql && (
            <p>
              <a href={graphiqlAddress(question)}>Ask the API the same in GraphiQL</a>
            </p>
          )}
        </footer>
      </body>
    </html>
  );
}
