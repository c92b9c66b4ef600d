import { TooLargeError } from '../errors.ts';
import type { Args, Draft } from './draft.ts';
import { type Revive, reviver, type Written } from './row.ts';

/** Neo4j plans a new text once, at about 15 ms for each. */
const LINKS_MAX = 40;

export interface Text {
  readonly cypher: string;
  /** Makes of the `value` of a record what resolvers read. */
  readonly revive: Revive;
  /** @throws {InputError} when a page size or an argument is out of bounds */
  readonly bind: (args: Args) => { params: Record<string, unknown>; cost: number };
}

/** A statement with what binds the arguments of a request to it. */
export function textOf({ cypher, shape }: Written, { parameters, levels, checks }: Draft): Text {
  if (levels.length > LINKS_MAX)
    throw new TooLargeError(
      `the selection follows ${levels.length} relations, more than ${LINKS_MAX}; ask in several requests.`,
    );
  return {
    cypher,
    revive: reviver(shape),
    bind: (args) => {
      for (const check of checks) check(args);
      const sizes: number[] = [];
      for (const { parent, size } of levels) sizes.push((sizes[parent] ?? 1) * size(args));
      return {
        params: Object.fromEntries(parameters.map((read, i) => [`p${i}`, read(args)])),
        cost: sizes.reduce((a, b) => a + b, 0),
      };
    },
  };
}
