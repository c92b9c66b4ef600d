import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../limits/limits.ts';

/** The header of requests that carry a document for a preview and may be longer. */
const HEADER = 'x-entente-preview';
/** Most such bodies in memory at once, with what they are parsed into. */
const AT_ONCE = 3;

/**
 * Bodies with a PDF for `ingestPreview`. They may be longer than others, so few are read at once, a
 * header must announce them, and nothing else in them may be long.
 */
export class LargeBodies {
  private open = 0;
  private readonly allowed: boolean;

  /** @param allowed whether previews are switched on */
  constructor(allowed: boolean) {
    this.allowed = allowed;
  }

  /** Whether the request announces a document and previews are switched on. */
  isOne({ headers }: IncomingMessage): boolean {
    return this.allowed && headers[HEADER] === 'true';
  }

  /** @returns whether there is room for one more; if so, call `leave` once */
  tryEnter(): boolean {
    if (this.open >= AT_ONCE) return false;
    this.open++;
    return true;
  }

  leave(): void {
    this.open--;
  }
}

/** Whether a body without its PDF is within the ordinary limit. */
export function isLongByItsPdf(body: Buffer): boolean {
  try {
    const { variables } = JSON.parse(body.toString('utf8')) as { variables?: { pdf?: unknown } };
    const pdf = variables?.pdf;
    return typeof pdf === 'string' && body.length - pdf.length <= LIMITS.bodyBytes;
  } catch {
    return false;
  }
}
