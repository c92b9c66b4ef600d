import { TooLargeError } from '../errors.ts';
import type { Cost } from './cost.ts';
import type { Degrees } from './degrees.ts';
import type { Args, Draft } from './draft.ts';
import { type Revive, reviver, type Written } from './row.ts';

/** Neo4j plans a new text once, at about 15 ms for each. */
const LINKS_MAX = 40;

export interface Text {
  readonly cypher: string;
  /** Makes of the `value` of a record what resolvers read. */
  readonly revive: Revive;
  /** @throws {InputError} when a page size or an argument is out of bounds */
  readonly bind: (
    args: Args,
    degrees: Pick<Degrees, 'of'>,
  ) => { params: Record<string, unknown>; cost: Cost };
}

function costOf(levels: Draft['levels'], args: Args, degrees: Pick<Degrees, 'of'>): Cost {
  let [nodes, relationships] = [0, 0];
  const most: number[] = [];
  const expected: number[] = [];
  for (const { parent, size, along } of levels) {
    const page = size(args);
    const degree = along && degrees.of(along);
    const parents = expected[parent] ?? 1;
    most.push((most[parent] ?? 1) * page);
    expected.push(parents * Math.min(page, degree ?? page));
    nodes += most.at(-1)!;
    relationships += parents * (degree ?? 0);
  }
  return { nodes, relationships: Math.round(relationships), bytes: 0 };
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
    bind: (args, degrees) => {
      for (const check of checks) check(args);
      return {
        params: Object.fromEntries(parameters.map((read, i) => [`p${i}`, read(args)])),
        cost: costOf(levels, args, degrees),
      };
    },
  };
}
