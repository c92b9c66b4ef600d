export interface Operation {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  readonly variables: string;
}

export async function readJson<T>(path: string): Promise<T> {
  return (await (await fetch(path)).json()) as T;
}

/** Further tools of the server: GraphiQL in the development profile, Neo4j Browser if known. */
export interface Tools {
  readonly graphiql: boolean;
  readonly browser: string | null;
  readonly bolt: string | null;
  readonly queries: readonly {
    readonly name: string;
    readonly title: string;
    readonly cypher: string;
    readonly link: string | null;
  }[];
}

const CLOSED: Tools = { graphiql: false, browser: null, bolt: null, queries: [] };

/** Reads which tools exist; a server in production may not say. */
export async function readTools(): Promise<Tools> {
  const answer = await fetch('/tools.json');
  return answer.ok ? ((await answer.json()) as Tools) : CLOSED;
}
