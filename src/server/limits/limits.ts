import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import {
  type ASTVisitor,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type SelectionSetNode,
  type ValidationContext,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { withoutStacks } from '../../without-stacks.ts';
import { boundedDocument } from './document-size.ts';

/** Limits of one request, checked before anything runs. The graph room counts nodes. */
export const LIMITS = {
  bodyBytes: 100_000,
  /** Bytes of a request with a PDF to be previewed. */
  previewBodyBytes: 3_000_000,
  tokens: 1_000,
  depth: 24,
  aliases: 50,
  directives: 8,
  rootFields: 20,
} as const;

/** Each root field is a statement, so their number is bounded, in fragments or not. */
function RootFieldsRule(context: ValidationContext): ASTVisitor {
  const count = ({ selections }: SelectionSetNode, seen: Set<string>): number =>
    selections
      .map((selection) => {
        if (selection.kind === 'Field') return 1;
        if (selection.kind === 'InlineFragment') return count(selection.selectionSet, seen);
        const name = selection.name.value;
        const fragment = context.getFragment(name);
        if (!fragment || seen.has(name)) return 0;
        return count(fragment.selectionSet, seen.add(name));
      })
      .reduce((a, b) => a + b, 0);
  return {
    OperationDefinition: ({ selectionSet }) => {
      const fields = count(selectionSet, new Set());
      if (fields > LIMITS.rootFields)
        throw new GraphQLError(
          `the operation has ${fields} root fields, more than ${LIMITS.rootFields}; ask in several requests.`,
          { extensions: { code: 'TOO_LARGE' } },
        );
    },
  };
}

const SUGGESTION = / Did you mean [^?]*\?/g;
/** The message without the names that graphql-js suggests. */
export const withoutSuggestion = (message: string) => message.replace(SUGGESTION, '');

const rule = (validation: (context: ValidationContext) => ASTVisitor): Plugin => ({
  onValidate({ addValidationRule }) {
    addValidationRule(validation);
  },
});

/**
 * Most mistakes that are reported; clients mend the first, and each costs as much as many fields.
 */
const MISTAKES_MAX = 10;

/**
 * Mistakes are kept with their document, and the frames of a stack would keep alive all that
 * validation used, some 60 kB for each document.
 * @param suggestions whether errors suggest names of the schema, which takes time to find
 */
const fewMistakes = (suggestions: boolean): Plugin => ({
  onValidate({ setValidationFn }) {
    const options = { maxErrors: MISTAKES_MAX, hideSuggestions: !suggestions };
    const judge: typeof validate = (schema, document, rules) =>
      withoutStacks(() => validate(schema, document, rules, options));
    setValidationFn(judge);
  },
});

/** @param open whether introspection is allowed and error messages suggest names */
export function limitPlugins(open: boolean): Plugin[] {
  const said = { exposeLimits: true, errorMessage: 'The query is too large.' };
  return [
    boundedDocument,
    maxTokensPlugin({ n: LIMITS.tokens, ...said }),
    maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: true, ...said }),
    maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], ...said }),
    maxDirectivesPlugin({ n: LIMITS.directives, ...said }),
    rule(RootFieldsRule),
    fewMistakes(open),
    ...(open ? [] : [rule(NoSchemaIntrospectionCustomRule)]),
  ] as Plugin[];
}
