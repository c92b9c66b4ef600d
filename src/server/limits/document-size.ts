import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { addTo } from '../../grouped.ts';

/** Most selections of all definitions, with every fragment written out where it is spread. */
const WRITTEN_OUT_MAX = 5_000;
/** Most pairs of fields under one response key, which validation compares. */
const PAIRS_MAX = 50_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const tooLarge = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'TOO_LARGE' } });

/** Counts the selections of a set with its fragments written out; each fragment is counted once. */
function sizes(fragments: Fragments) {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const size = known.get(name);
    if (size !== undefined) return size;
    known.set(name, 0); // a circle, which validation refuses
    const fragment = fragments.get(name);
    const counted = fragment ? ofSet(fragment.selectionSet) : 0;
    known.set(name, counted);
    return counted;
  };
  const ofSet = ({ selections }: SelectionSetNode): number => {
    let size = 0;
    for (const selection of selections) {
      size += 1;
      if (selection.kind === Kind.FRAGMENT_SPREAD) size += ofFragment(selection.name.value);
      else if (selection.selectionSet) size += ofSet(selection.selectionSet);
      // Counting stops at the bound: doubling fragments would reach infinity.
      if (size > WRITTEN_OUT_MAX) return size;
    }
    return size;
  };
  return ofSet;
}

/** The fields of some sets by response key, with every fragment visited once. */
function byKey(sets: readonly SelectionSetNode[], fragments: Fragments): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        addTo(fields, selection.alias?.value ?? selection.name.value, selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

/**
 * Bounds a document before validation, some of whose rules take time that grows with its square or
 * doubles with each fragment.
 * @throws {GraphQLError} TOO_LARGE
 */
function checkDocument({ definitions }: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const sizeOf = sizes(fragments);
  let size = 0;
  for (const one of definitions) {
    if (!('selectionSet' in one)) continue;
    size += sizeOf(one.selectionSet as SelectionSetNode);
    if (size > WRITTEN_OUT_MAX)
      throw tooLarge(
        `the document has more than ${WRITTEN_OUT_MAX} selections with its fragments written out; ask in several requests.`,
      );
  }
  let pairs = 0;
  const pair = (sets: readonly SelectionSetNode[], above: ReadonlySet<FieldNode>): void => {
    for (const fields of byKey(sets, fragments).values()) {
      pairs += fields.length ** 2;
      if (pairs > PAIRS_MAX)
        throw tooLarge(
          'the document asks for the same fields too often; ask for each once, or in several requests.',
        );
      const below = fields.filter((field) => field.selectionSet && !above.has(field));
      if (below.length > 0)
        pair(
          below.map(({ selectionSet }) => selectionSet as SelectionSetNode),
          new Set([...above, ...below]),
        );
    }
  };
  for (const one of definitions)
    if ('selectionSet' in one) pair([one.selectionSet as SelectionSetNode], new Set());
}

/** Refuses documents whose validation would take long. */
export const boundedDocument: Plugin = {
  onValidate({ params: { documentAST } }) {
    checkDocument(documentAST as DocumentNode);
  },
};
