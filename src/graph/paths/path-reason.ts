import { argumentScope } from '../compile/argument-scope.ts';
import type { Graph } from '../graph.ts';
import { labelsAt } from '../held.ts';
import { unknownIds } from '../queries/unknown.ts';
import { anySteps } from './path-pattern.ts';

export const NO_PATH_REASONS = {
  UNKNOWN_ENTITY: 'One of the two ids, or one to go through, is nothing in the graph.',
  AVOIDED: 'Paths lead only through what was to be avoided.',
  BELOW_CONFIDENCE: 'Paths have a step that is less sure than asked for.',
  OUTSIDE_DATES: 'Paths have a step that was not so, or not known, on the date asked for.',
  MODALITY: 'Paths have a step of another modality, such as rumoured or denied.',
  BEYOND_LENGTH: 'Paths are longer than asked for, or there are none.',
} as const;
export type NoPathReason = keyof typeof NO_PATH_REASONS;

export type PathArguments = Readonly<Record<string, unknown>>;

/** What was recorded by then stays: the moment is that of the whole question. */
function withoutDates(args: PathArguments): PathArguments | null {
  const { recorded, ...dates } = (args.asOf ?? {}) as Readonly<Record<string, unknown>>;
  const isDated = Object.values(dates).some((date) => date != null);
  return isDated ? { ...args, asOf: recorded == null ? null : { recorded } } : null;
}

/** Each condition that may exclude paths, and the arguments without it; null where not given. */
const WITHOUT: readonly (readonly [NoPathReason, (args: PathArguments) => PathArguments | null])[] =
  [
    ['AVOIDED', (args) => (args.avoid == null ? null : { ...args, avoid: null })],
    [
      'BELOW_CONFIDENCE',
      (args) => (args.minConfidence == null ? null : { ...args, minConfidence: null }),
    ],
    ['OUTSIDE_DATES', withoutDates],
    ['MODALITY', (args) => ({ ...args, modality: ['asserted', 'planned', 'rumoured', 'denied'] })],
  ];

async function anyPath(graph: Graph, args: PathArguments): Promise<boolean> {
  const { scope, params } = argumentScope(args);
  const entity = labelsAt('Entity', scope.at);
  const cypher = `MATCH (a:${entity} {id: ${scope.param('from')}}) MATCH (b:${entity} {id: ${scope.param('to')}})
${anySteps('a', 'b', scope)}
RETURN true AS found LIMIT 1`;
  return (await graph.run('paths.reason', cypher, params)).length > 0;
}

/** Why there is no path: lifts conditions one by one, then all. Read only if nothing was found. */
export async function noPathReason(graph: Graph, args: PathArguments): Promise<NoPathReason> {
  const ids = [args.from, args.to, ...((args.through as string[] | null) ?? [])];
  const unknown = await unknownIds(graph, ids as string[], args);
  if (unknown.length > 0) return 'UNKNOWN_ENTITY';
  const standing = WITHOUT.flatMap(([reason, without]) => {
    const lifted = without(args);
    return lifted ? [{ reason, without, lifted }] : [];
  });
  for (const { reason, lifted } of standing) if (await anyPath(graph, lifted)) return reason;
  const bare = standing.reduce((rest, { without }) => without(rest) ?? rest, args);
  return standing.length > 1 && (await anyPath(graph, bare))
    ? standing[0]!.reason
    : 'BEYOND_LENGTH';
}
