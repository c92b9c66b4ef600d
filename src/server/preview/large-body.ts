import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../limits/limits.ts';

/** A client says by it that its body holds a document to be previewed, and may be longer than others. */
const HEADER = 'x-entente-preview';
/** Held in memory at once, with what they are parsed into. */
const AT_ONCE = 3;

/**
 * Bodies that bring a PDF to `ingestPreview`. They may be longer than other requests, so they are
 * few at a time, say in a header what they are, and bring nothing else that is long.
 */
export class LargeBodies {
  private open = 0;
  private readonly allowed: boolean;

  /** @param allowed whether documents are previewed here at all */
  constructor(allowed: boolean) {
    this.allowed = allowed;
  }

  /** Whether the request says that it brings a document; without a preview nobody may. */
  isOne({ headers }: IncomingMessage): boolean {
    return this.allowed && headers[HEADER] === 'true';
  }

  /** @returns whether there is room for one more; then call `leave` once */
  tryEnter(): boolean {
    if (this.open >= AT_ONCE) return false;
    this.open++;
    return true;
  }

  leave(): void {
    this.open--;
  }
}

/** Whether a body is no longer than others are, but for the PDF that it brings. */
export function isLongByItsPdf(body: Buffer): boolean {
  try {
    const { variables } = JSON.parse(body.toString('utf8')) as { variables?: { pdf?: unknown } };
    const pdf = variables?.pdf;
    return typeof pdf === 'string' && body.length - pdf.length <= LIMITS.bodyBytes;
  } catch {
    return false;
  }
}
