import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** New requests are still answered for this long, so that a balancer can see that this one is leaving. */
const NOTICE_MS = 200;
const SWEEP_MS = 50;
const DRAIN_TIMEOUT_MS = 8_000;

/**
 * Answers what is under way, then stops. Half-open requests and idle connections would hold the
 * server for ever: they are cut once every request that has arrived whole is answered and sent.
 * @param open answers that are not yet sent
 */
export async function drain(server: Server, open: ReadonlySet<ServerResponse>): Promise<void> {
  // Whoever is answered now learns not to send the next request here.
  for (const res of open) if (!res.headersSent) res.shouldKeepAlive = false;
  await sleep(NOTICE_MS);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    if (![...open].some(({ req }) => req.complete)) server.closeAllConnections();
  }, SWEEP_MS);
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
