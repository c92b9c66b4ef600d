import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const isLoopback = (host: string) => LOOPBACK.test(host) || host === '::1';

export type Hosting = Pick<Config, 'HOST' | 'PUBLIC_URL'>;

/** Whether a request names one of the server's own hosts. */
export type KnowsHost = (req: IncomingMessage) => boolean;

/**
 * Guards against DNS rebinding: a web page can make its own name resolve to this server, and would
 * then read its answers. A request must use the host of PUBLIC_URL or a name of this machine.
 * Without PUBLIC_URL, a server that listens on other addresses cannot know its names, and accepts
 * any.
 */
export function knownHosts({ HOST, PUBLIC_URL }: Hosting): KnowsHost {
  if (PUBLIC_URL === undefined && !isLoopback(HOST)) return () => true;
  const url = PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL);
  // A proxy may keep its port in the Host header or leave it out.
  const names = new Set(url ? [url.hostname.toLowerCase(), url.host.toLowerCase()] : []);
  return ({ headers: { host = '' } }) => LOOPBACK.test(host) || names.has(host.toLowerCase());
}

/** A warning for the start when host names are not checked; null when they are. */
export function hostWarning({ HOST, PUBLIC_URL }: Hosting): string | null {
  if (PUBLIC_URL !== undefined || isLoopback(HOST)) return null;
  return `the server listens on ${HOST} and answers to any host name; set PUBLIC_URL to the address that clients use, so that requests by other names are refused.`;
}

/** Two Host headers are an attack that makes two programs read one request differently. */
export function namesTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') count++;
  return count > 1;
}
