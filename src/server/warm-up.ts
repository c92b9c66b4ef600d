import type { Log } from '../log.ts';
import type { Yoga } from './answer/graphql.ts';
import type { Operation } from './pages/operations.ts';

/** A cold Neo4j may overrun the deadline of a request while it plans; what it planned it keeps. */
const TRIES = 3;
const LONGEST_MS = 60_000;

/**
 * Asks every known operation until it is answered, one after the other: Neo4j takes 30 to 500 ms to
 * plan a new text, and longer just after it has started, which the first user should not wait for.
 * Answers are thrown away, and failures do no harm.
 */
export async function warmUp(
  yoga: Yoga,
  operations: readonly Operation[],
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  for (const { query, variables } of operations) {
    const body = JSON.stringify({ query, variables: variables ? JSON.parse(variables) : {} });
    for (let tries = 0; tries < TRIES; tries++) {
      if (signal.aborted || performance.now() - start > LONGEST_MS) return;
      const request = new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal,
      });
      const status = await Promise.resolve(yoga.fetch(request)).then(
        (response) => response.status,
        () => 500,
      );
      if (status < 500) break;
    }
  }
  log.debug(
    `planned ${operations.length} operations in ${Math.round(performance.now() - start)} ms`,
  );
}
