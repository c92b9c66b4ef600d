/** Sends a query to this server. The explorer is a client like any other. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: { message: string }[] };
  if (!data || errors?.length)
    throw new Error(errors?.map(({ message }) => message).join(' ') ?? 'no answer');
  return data;
}

export interface Operation {
  readonly name: string;
  readonly title: string;
  readonly query: string;
  readonly variables: string;
}

export async function readJson<T>(path: string): Promise<T> {
  return (await (await fetch(path)).json()) as T;
}

/** What stands beside the API: GraphiQL in the development profile, Neo4j Browser where its address is known. */
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

/** A server in production may keep its tools to itself. */
export async function readTools(): Promise<Tools> {
  const answer = await fetch('/tools.json');
  return answer.ok ? ((await answer.json()) as Tools) : CLOSED;
}
