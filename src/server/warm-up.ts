import type { Log } from '../log.ts';
import { WARM_UP } from './answer/errors.ts';
import type { Yoga } from './answer/graphql.ts';
import { REQUEST_ID } from './http/exchange.ts';
import type { Operation } from './pages/operations.ts';

/** A cold Neo4j may exceed a request's deadline while it plans, but keeps the finished plan. */
const TRIES = 3;
const LONGEST_MS = 60_000;

/**
 * Runs every known operation until it is answered, one after the other: Neo4j takes 30 to 500 ms to
 * plan a new text, longer after a start, and no user should wait for it. Answers are dropped;
 * failures are harmless, and one line of the log counts them.
 */
export async function warmUp(
  yoga: Yoga,
  operations: readonly Operation[],
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  const isLate = () => performance.now() - start > LONGEST_MS;
  let planned = 0;
  for (const { query, variables } of operations) {
    const body = JSON.stringify({ query, variables: variables ? JSON.parse(variables) : {} });
    for (let tries = 0; tries < TRIES && !isLate(); tries++) {
      if (signal.aborted) return;
      const request = new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', [REQUEST_ID]: WARM_UP },
        body,
        signal,
      });
      const status = await Promise.resolve(yoga.fetch(request)).then(
        (response) => response.status,
        () => 500,
      );
      if (status >= 500) continue;
      planned++;
      break;
    }
  }
  const told = `planned ${planned} of ${operations.length} operations in ${Math.round(performance.now() - start)} ms`;
  if (planned === operations.length) log.debug(told);
  else log.warn(`Neo4j is slow: ${told}; whoever asks one of the others first waits for it`);
}
