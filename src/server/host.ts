import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request names this server as it may be named. A server that listens on this machine
 * only must not answer to a foreign name: a web page can have its own name resolve to 127.0.0.1,
 * and would then read what is here.
 */
export function isKnownHost({ headers }: IncomingMessage, listensOn: string): boolean {
  const local = LOOPBACK.test(listensOn) || listensOn === '::1';
  return !local || LOOPBACK.test(headers.host ?? '');
}
