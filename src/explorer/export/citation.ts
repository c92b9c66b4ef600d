import { documentAddress } from '../../pages/address.ts';
import type { EvidenceData } from '../../pages/operations/evidence.ts';
import { sourceLine, titleOf } from '../../pages/view/Sentence.tsx';
import { inWords } from '../../pages/words.ts';

/** A citation: the most confident sentence with its source and address. */
export function citationOf({ all }: EvidenceData, now = new Date()): string {
  const best = all.edges[0]?.node;
  if (!best) return location.href;
  const { document, quote } = best;
  const address = `${location.origin}${documentAddress(document.id, best)}`;
  const day = inWords(now.toISOString());
  return `“${quote}” ${titleOf(document)}, ${sourceLine(document)}. ${document.url ? `${document.url}. ` : ''}${address} (seen ${day}).`;
}
