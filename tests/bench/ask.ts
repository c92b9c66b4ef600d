// What each server is asked, and whether all say the same.
import type { Target } from './measure.ts';
import type { Workload } from './workloads.ts';

type Bodies = Record<string, readonly string[]>;

/** @returns request bodies of each server that can be asked */
export function bodiesOf(
  { name, ours, peer, raw: _raw, variables, peerVariables }: Workload,
  size: number,
): Bodies {
  const sets = variables(size);
  // A client sends the variables that its query declares.
  const body = (query: string, given: Record<string, unknown>) =>
    JSON.stringify({
      query,
      variables: Object.fromEntries(
        Object.entries(given).filter(([key]) => new RegExp(`\\$${key}\\b`).test(query)),
      ),
    });
  return {
    entente: sets.map((given) => body(ours, given)),
    ...(peer
      ? {
          '@neo4j/graphql': sets.map((given, i) =>
            body(peer, { ...given, ...peerVariables?.(given, i) }),
          ),
        }
      : {}),
    driver: sets.map((given) => JSON.stringify({ query: name, variables: given })),
  };
}

/**
 * One form for all: the peer keeps an edge's properties apart, answers a look-up with a list of one,
 * has plain lists where Entente has connections, and no money.
 */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { properties, node, edges, entity, ...rest } = value as Record<string, unknown>;
  if (edges && Object.keys(rest).length === 0) return plain(edges);
  if (Object.keys(rest).join() === 'amount') return rest.amount;
  const entries = Object.entries({
    ...rest,
    ...(properties as object),
    ...(node as object),
    ...(edges ? { edges } : {}),
    ...(entity ? { entity: [entity].flat()[0] } : {}),
  });
  return Object.fromEntries(
    entries.map(([key, item]) => [key, plain(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function ask({ url }: Target, body: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-entente-explain': 'true' },
    body,
  });
  return (await answer.json()) as Record<string, unknown>;
}

const SAMPLES = 6;

/**
 * @returns bytes of an answer
 * @throws when two servers differ, or Entente sends more than one statement
 */
export async function check(
  workload: Workload,
  targets: readonly Target[],
  bodies: Bodies,
): Promise<number> {
  const { name, same = (data: unknown) => data } = workload;
  let bytes = 0;
  for (let i = 0; i < Math.min(SAMPLES, bodies.driver!.length); i++) {
    const said: string[] = [];
    for (const target of targets) {
      const { data, errors, extensions } = await ask(target, bodies[target.name]![i]!);
      if (errors)
        throw new Error(`${name}: ${target.name} says ${JSON.stringify(errors).slice(0, 400)}`);
      if (target.name === 'entente') {
        bytes = JSON.stringify(data).length;
        const { explain } = extensions as { explain: unknown[] };
        if (explain.length !== 1)
          throw new Error(`${name}: ${explain.length} statements were sent`);
      }
      said.push(JSON.stringify(same(plain(data) as never)));
    }
    const other = said.findIndex((text) => text !== said[0]);
    if (other > 0)
      throw new Error(
        `${name}, set ${i}: ${targets[0]!.name} and ${targets[other]!.name} differ\n${said[0]!.slice(0, 600)}\n${said[other]!.slice(0, 600)}`,
      );
  }
  return bytes;
}
