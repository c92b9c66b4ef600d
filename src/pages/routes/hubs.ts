import type { ApiError, Ask } from '../operations/graphql.ts';
import type { NamedData } from '../operations/parts.ts';
import { Paths, type PathsAnswer, type PathsData, TieCounts } from '../operations/path.ts';
import type { variablesOf } from './path-question.ts';

/** Most rounds, each of which searches paths without the hubs of the last. */
const ROUNDS = 4;

interface Hub extends Pick<NamedData, 'id' | 'name'> {
  readonly ties: number;
}

interface Found {
  readonly data: PathsAnswer | null;
  readonly errors: readonly ApiError[];
  /** Entities left out because they have too many relationships. */
  readonly hubs: readonly Hub[];
}

type Question = ReturnType<typeof variablesOf>;

/** Inner entities of paths, with their numbers of relationships. */
async function between(ask: Ask, { paths }: PathsData, ends: ReadonlySet<string>): Promise<Hub[]> {
  const inner = new Map(
    paths.flatMap(({ entities }) => entities.map(({ id, name }) => [id, name] as const)),
  );
  const ids = [...inner.keys()].filter((id) => !ends.has(id));
  if (ids.length === 0) return [];
  const { data } = await ask(TieCounts, { ids });
  return (data?.nodes ?? []).flatMap((node) =>
    node !== null && 'relationshipCounts' in node
      ? {
          id: node.id,
          name: node.name,
          ties: node.relationshipCounts.reduce((sum, row) => sum + row.count, 0),
        }
      : [],
  );
}

/**
 * Paths that avoid hubs: that two states both have relationships with the United States says
 * little.
 * @param most relationships of an inner entity; null avoids none
 */
export async function pathsWithoutHubs(
  ask: Ask,
  question: Question,
  most: number | null,
): Promise<Found> {
  const hubs: Hub[] = [];
  const ends = new Set([question.from, question.to, ...(question.through ?? [])]);
  for (let round = 1; ; round++) {
    const avoid = [...(question.avoid ?? []), ...hubs.map(({ id }) => id)];
    const { data, errors } = await ask(Paths, {
      ...question,
      avoid: avoid.length > 0 ? avoid : null,
    });
    const found = data?.paths;
    if (most === null || !found) return { data, errors, hubs };
    const busy = (await between(ask, found, ends)).filter(({ ties }) => ties > most);
    if (busy.length === 0) return { data, errors, hubs };
    hubs.push(...busy);
    if (round < ROUNDS) continue;
    const ids = new Set(busy.map(({ id }) => id));
    const paths = found.paths.filter(({ entities }) => !entities.some(({ id }) => ids.has(id)));
    return { data: { ...data, paths: { ...found, paths, truncated: true } }, errors, hubs };
  }
}
