import type { RelationshipType } from '../../model/relationships.ts';
import type { Clause } from '../compile/field.ts';
import type { Sizes } from '../degrees.ts';
import { isHeld, labelsAt, typesAt } from '../held.ts';
import { type AsOf, asKnown } from '../known.ts';
import { isOnePath, onePath, pathCandidates, typeList } from '../paths/path-pattern.ts';

/** Cypher for the lowest confidence in a list of relationships. */
const weakestOf = (steps: string, { at, known }: AsOf) => {
  const summaries =
    known === undefined
      ? steps
      : `[step IN ${steps} | ${asKnown('step', { at, known }, ['confidence'])}]`;
  return `reduce(least = 1.0, r IN ${summaries} | CASE WHEN r.confidence < least THEN r.confidence ELSE least END)`;
};

/** The shortest paths, which the database finds and sorts. */
const shortest: Clause = ({ to, name, param, value, at, known }) => {
  const [args, entity] = [{ param, value, at, known }, labelsAt('Entity', at)];
  const [a, b, found] = [name('a'), name('b'), name('found')];
  const first = Number(value('first'));
  if (isOnePath(args))
    return `CALL () {
  MATCH (${a}:${entity} {id: ${param('from')}})
  MATCH (${b}:${entity} {id: ${param('to')}})
  ${onePath(a, b, args).replaceAll('\n', '\n  ')}
  RETURN collect({nodes: nodes(path), relationships: steps, length: length(path), weakest: ${weakestOf('steps', args)}}) AS ${found}
}
WITH {paths: ${found}, truncated: size(${found}) > 0, explored: size(${found})} AS ${to}`;
  return `OPTIONAL MATCH (${a}:${entity} {id: ${param('from')}})
OPTIONAL MATCH (${b}:${entity} {id: ${param('to')}})
${pathCandidates(a, b, args)}
CALL (candidates) {
  UNWIND candidates AS p
  WITH p, [n IN p.nodes | n.id] AS ids, ${weakestOf('p.relationships', args)} AS weakest
  ORDER BY weakest DESC, [r IN p.relationships | r.id]
  WITH ids, head(collect({p: p, weakest: weakest})) AS path
  ORDER BY size(ids), path.weakest DESC, ids
  RETURN collect(path) AS ${found}
}
WITH {paths: [path IN ${found}[0..${first}] | {nodes: path.p.nodes, relationships: path.p.relationships, length: size(path.p.relationships), weakest: path.weakest}], truncated: more OR size(${found}) > ${first}, explored: size(${found})} AS ${to}`;
};

/** Paths that were found before, by the ids in `$ranked`. */
const ranked: Clause = ({ to, at }) => `CALL () {
  UNWIND range(0, size($ranked.paths) - 1) AS place
  WITH place, $ranked.paths[place] AS path
  CALL (path) {
    UNWIND range(0, size(path.ids) - 1) AS at
    MATCH (n:${labelsAt('Entity', at)} {id: path.ids[at]})
    WITH at, n ORDER BY at
    RETURN collect(n) AS entities
  }
  CALL (path, entities) {
    UNWIND range(0, size(path.steps) - 1) AS at
    WITH at, entities[at] AS a, entities[at + 1] AS b, path.steps[at] AS step
    MATCH (a)-[r:${typesAt(typeList(null), at)} {id: step}]-(b)${at === undefined ? '' : ` WHERE ${isHeld('r', at)}`}
    WITH at, r ORDER BY at
    RETURN collect(r) AS steps
  }
  WITH place, path, entities, steps ORDER BY place
  WHERE size(steps) = size(path.steps)
  RETURN collect({nodes: entities, relationships: steps, length: size(steps), weakest: path.weakest}) AS paths
}
WITH {paths: paths, truncated: $ranked.truncated, explored: $ranked.explored} AS ${to}`;

/**
 * Estimates the relationships that are walked: half the length from each end, for each part of the
 * path, at most all there are. Where several paths are asked for, a second search looks for longer
 * ones.
 */
export function readsOfPaths(args: Readonly<Record<string, unknown>>, sizes: Sizes): number {
  const types = args.types as RelationshipType[] | null | undefined;
  const degree = Math.max(1, sizes.around(types));
  const half = Math.ceil(Number(args.maxLength) / 2);
  const parts = ((args.through as unknown[] | null | undefined) ?? []).length + 1;
  const once = Math.min(2 * degree ** half, sizes.relationships(types));
  return parts * once * (Number(args.first) > 1 ? 2 : 1);
}

export const isByLength = (rankBy: unknown) => (rankBy ?? 'LENGTH') === 'LENGTH';

/** Chains of relationships between two entities: the shortest, or those that were ranked before. */
export const pathsClause: Clause = (scope) =>
  isByLength(scope.value('rankBy')) ? shortest(scope) : ranked(scope);
