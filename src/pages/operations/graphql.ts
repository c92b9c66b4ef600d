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
 * An operation or a fragment, typed by gql.tada from the committed SDL. At run time it is only its
 * text with those of its fragments.
 */
export const graphql: Tada = ((text: string, fragments: readonly Written[] = []): Written => ({
  text: [...new Set([text, ...fragments.flatMap((fragment) => fragment.text.split(BETWEEN))])].join(
    BETWEEN,
  ),
})) as never;

/** Separator of fragments, by which repeated ones are sent once. */
const BETWEEN = '\n#\n';

/** The text that is sent to a server. */
export const textOf = (operation: object): string => (operation as Written).text;

/** Asks the public API; `errors` explain what a partial answer lacks. */
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
