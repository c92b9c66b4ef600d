import path from 'node:path';
import type { Config } from '../../config.ts';
import type { Previews } from '../../ingest/ingest.ts';
import { switchesOf } from '../switches.ts';

/**
 * Reads documents for previews; null where they are switched off. The reader is large, so it is
 * loaded by the first document.
 */
export function previewsOf(config: Config): Previews | null {
  if (!switchesOf(config).preview) return null;
  let opened: Promise<Previews> | undefined;
  const open = async () => {
    const { openPreviews } = await import('../../ingest/ingest.ts');
    return openPreviews([path.join(config.ENTENTE_HOME, 'lexicons')], {
      // No longer than a request may take.
      cpuMs: Math.min(config.DOCUMENT_TIMEOUT_MS, config.REQUEST_TIMEOUT_MS),
      memoryMb: config.DOCUMENT_MEMORY_MB,
    });
  };
  return {
    async read(input, stop) {
      opened ??= open();
      return (await opened).read(input, stop);
    },
    async close() {
      await (await opened)?.close();
    },
  };
}
