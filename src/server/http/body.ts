import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../limits/limits.ts';

const BODY_TIMEOUT_MS = 5_000;

/** The whole body, or why there is none. */
export type Body = Buffer | 'too large' | 'too slow' | 'gone';

/**
 * Reads a body before a place is taken, so that a slow sender holds none.
 * @param max bytes
 */
export function readBody(req: IncomingMessage, max: number = LIMITS.bodyBytes): Promise<Body> {
  if (Number(req.headers['content-length'] ?? 0) > max) return Promise.resolve('too large');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const done = (body: Body) => {
      clearTimeout(timer);
      resolve(body);
    };
    const timer = setTimeout(() => done('too slow'), BODY_TIMEOUT_MS);
    req.on('data', (part: Buffer) => {
      length += part.length;
      if (length > max) done('too large');
      else parts.push(part);
    });
    req.on('end', () => done(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    req.on('close', () => done('gone'));
    req.on('error', () => done('gone'));
  });
}
