import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** New requests are answered for this long, so that a load balancer can see the server leave. */
const NOTICE_MS = 200;
const SWEEP_MS = 50;
const DRAIN_TIMEOUT_MS = 8_000;

/**
 * Answers all requests in progress, then stops. Half-open requests and idle connections would keep
 * the server open for ever: they are cut once every complete request is answered and sent.
 * @param open answers that are not yet sent
 */
export async function drain(server: Server, open: ReadonlySet<ServerResponse>): Promise<void> {
  // `Connection: close` tells these clients not to send the next request here.
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
