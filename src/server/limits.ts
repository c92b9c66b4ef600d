import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Limits on one request, each refused before anything runs. Nodes are counted by the graph room. */
export const LIMITS = {
  bodyBytes: 100_000,
  tokens: 1_500,
  depth: 24,
  aliases: 15,
  directives: 16,
  rootFields: 20,
} as const;

function tooManyRootFields({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.length > LIMITS.rootFields;
}

/** Root fields are statements: a request has a bounded number of them. */
const rootFields: Plugin = {
  onValidate({ params, setResult }) {
    for (const definition of params.documentAST.definitions)
      if (definition.kind === 'OperationDefinition' && tooManyRootFields(definition))
        setResult([
          new GraphQLError(
            `the operation has more than ${LIMITS.rootFields} root fields; ask in several requests.`,
            {
              extensions: { code: 'TOO_LARGE' },
            },
          ),
        ]);
  },
};

/** @param introspection whether the schema may be asked about itself */
export function limitPlugins(introspection: boolean): Plugin[] {
  const said = { exposeLimits: true, errorMessage: 'The query is too large.' };
  return [
    maxTokensPlugin({ n: LIMITS.tokens, ...said }),
    maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: true, ...said }),
    maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], ...said }),
    maxDirectivesPlugin({ n: LIMITS.directives, ...said }),
    rootFields,
    ...(introspection
      ? []
      : [
          {
            onValidate({ addValidationRule }) {
              addValidationRule(NoSchemaIntrospectionCustomRule);
            },
          } satisfies Plugin,
        ]),
  ] as Plugin[];
}
