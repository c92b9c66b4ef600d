import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const isLoopback = (host: string) => LOOPBACK.test(host) || host === '::1';

export type Hosting = Pick<Config, 'HOST' | 'PUBLIC_URL'>;

/** Whether a request calls the server by a name that is its own. */
export type KnowsHost = (req: IncomingMessage) => boolean;

/**
 * A web page can have its own name resolve to an address of this server, and would then read what is
 * here: a request must call the server as PUBLIC_URL does, or by a name of this machine. Without
 * PUBLIC_URL a server that listens on other addresses cannot know its names, and answers to any.
 */
export function knownHosts({ HOST, PUBLIC_URL }: Hosting): KnowsHost {
  if (PUBLIC_URL === undefined && !isLoopback(HOST)) return () => true;
  const url = PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL);
  // A proxy may keep the port that it listens on or leave it out.
  const names = new Set(url ? [url.hostname.toLowerCase(), url.host.toLowerCase()] : []);
  return ({ headers: { host = '' } }) => LOOPBACK.test(host) || names.has(host.toLowerCase());
}

/** What to tell at the start about names that are not checked; null when they are. */
export function hostWarning({ HOST, PUBLIC_URL }: Hosting): string | null {
  if (PUBLIC_URL !== undefined || isLoopback(HOST)) return null;
  return `the server listens on ${HOST} and answers to any host name; set PUBLIC_URL to the address that clients use, so that requests by other names are refused.`;
}

/** Two names of a host are a trick to have two programs understand one request differently. */
export function namesTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') count++;
  return count > 1;
}
