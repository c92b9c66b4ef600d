import { TooLargeError } from '../../errors.ts';
import type { Cost } from '../cost.ts';
import type { Sizes } from '../degrees.ts';
import { type Decode, decoderOf, type Written } from '../read/row.ts';
import type { Args, StatementBuilder } from './statement-builder.ts';

/** Most relations of one statement. Neo4j takes about 15 ms for each when it plans a new text. */
const LINKS_MAX = 40;

export interface Text {
  readonly cypher: string;
  /** Estimated memory in bytes, for the plan cache. */
  readonly bytes: number;
  /** Turns the `value` of a record into what resolvers read. */
  readonly decode: Decode;
  /** @throws {InputError} when a page size or an argument is out of bounds */
  readonly bind: (args: Args, sizes: Sizes) => { params: Record<string, unknown>; cost: Cost };
}

/** What a relationship costs that is summarised again: its statements, each with its document. */
const TOLD = 10;

function costOf(levels: StatementBuilder['levels'], args: Args, sizes: Sizes): Cost {
  let [nodes, relationships, all] = [0, 0, 0];
  const most: number[] = [];
  const expected: number[] = [];
  for (const { parent, size, along, reads, told, bytes, texts } of levels) {
    const page = size(args);
    const degree = along && sizes.of(along);
    const parents = expected[parent] ?? 1;
    most.push((most[parent] ?? 1) * page);
    expected.push(parents * Math.min(page, degree ?? page));
    nodes += most.at(-1)!;
    relationships += parents * ((degree ?? 0) + (reads?.(args, sizes) ?? 0)) * (told ? TOLD : 1);
    all += most.at(-1)! * (bytes + texts * sizes.textBytes);
  }
  return { nodes, relationships: Math.round(relationships), bytes: Math.round(all) };
}

/** Estimated bytes for each parameter, level and check: small closures with their names. */
const BYTES_OF_A_PART = 300;

/** Finishes a statement: its text, and what binds a request's arguments to it. */
export function textOf(
  { cypher: unfilled, shape }: Written,
  draft: StatementBuilder,
  written: Args,
): Text {
  const { parameters, levels, checks } = draft;
  const cypher = draft.filled(unfilled);
  if (levels.length > LINKS_MAX)
    throw new TooLargeError(
      `the selection follows ${levels.length} relations, more than ${LINKS_MAX}; ask in several requests.`,
    );
  const parts = parameters.length + levels.length + checks.length;
  return {
    cypher,
    // The binding closures keep the arguments alive that the text was written for.
    bytes: 2 * (cypher.length + JSON.stringify(written).length) + BYTES_OF_A_PART * parts,
    decode: decoderOf(shape),
    bind: (args, sizes) => {
      for (const check of checks) check(args);
      return {
        params: Object.fromEntries(parameters.map((read, i) => [`p${i}`, read(args)])),
        cost: costOf(levels, args, sizes),
      };
    },
  };
}
