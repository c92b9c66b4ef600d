import type { ApiError, Ask } from '../operations/graphql.ts';
import type { NamedData } from '../operations/parts.ts';
import { Paths, type PathsAnswer, type PathsData, TieCounts } from '../operations/path.ts';
import type { variablesOf } from './path-question.ts';

/** Each round asks for paths anew, without the hubs that the last one led through. */
const ROUNDS = 4;

interface Hub extends Pick<NamedData, 'id' | 'name'> {
  readonly ties: number;
}

interface Found {
  readonly data: PathsAnswer | null;
  readonly errors: readonly ApiError[];
  /** Entities that were left aside because they are tied to so many. */
  readonly hubs: readonly Hub[];
}

type Question = ReturnType<typeof variablesOf>;

/** Those that paths lead through, with how many relationships each has. */
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
 * Paths that lead through nobody who is tied to more than so many: that two states are both tied to
 * the United States says little.
 * @param most null: whoever leads on is followed
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
