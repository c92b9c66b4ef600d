import type { initGraphQLTada, ResultOf, VariablesOf } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

type Tada = ReturnType<
  typeof initGraphQLTada<{
    introspection: introspection;
    disableMasking: true;
    scalars: { DateTime: string; FuzzyDate: string; URL: string };
  }>
>;

interface Written {
  readonly text: string;
}

/**
 * An operation or a fragment, typed from the committed SDL by its text. Only the types are gql.tada's:
 * what runs, here and in the browser, is the text itself with that of its fragments behind it.
 */
export const graphql: Tada = ((text: string, fragments: readonly Written[] = []): Written => ({
  text: [...new Set([text, ...fragments.flatMap((fragment) => fragment.text.split(BETWEEN))])].join(
    BETWEEN,
  ),
})) as never;

/** Stands between fragments, each of which is sent once however many operations use it. */
const BETWEEN = '\n#\n';

/** What a server is sent. */
export const textOf = (operation: object): string => (operation as Written).text;

/** Asks the public API; with an answer that is partial, `errors` say what is missing. */
export type Ask = <Operation extends object>(
  operation: Operation,
  variables: VariablesOf<Operation>,
) => Promise<Asked<ResultOf<Operation>>>;

export interface Asked<Result> {
  readonly data: Result | null;
  readonly errors: readonly ApiError[];
}

export interface ApiError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}
