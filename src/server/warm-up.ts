import type { Log } from '../log.ts';
import type { Yoga } from './graphql.ts';
import type { Operation } from './operations.ts';

/**
 * Asks every known operation once, one after the other: Neo4j takes 30 to 500 ms to plan a new text,
 * which the first user should not wait for. Answers are thrown away, and failures do no harm.
 */
export async function warmUp(
  yoga: Yoga,
  operations: readonly Operation[],
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  for (const { query, variables } of operations) {
    if (signal.aborted) return;
    const body = JSON.stringify({ query, variables: variables ? JSON.parse(variables) : {} });
    const headers = { 'content-type': 'application/json' };
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers,
      body,
      signal,
    });
    await Promise.resolve(yoga.fetch(request)).catch(() => {});
  }
  log.debug(
    `planned ${operations.length} operations in ${Math.round(performance.now() - start)} ms`,
  );
}
